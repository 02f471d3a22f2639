//go:build soak

package diff

// madeRules is how many made revisions are compared in each mode.
const madeRules = 300
