package corpus

// Crop is a part of one page of a source that is to be pictured.
type Crop struct {
	Page int // from 1
	Box  Box // in points
}

// Picture is a crop as it was painted. One without PNG could not be.
type Picture struct {
	PNG           []byte
	Width, Height int // pixels
	Shown         Box // what it shows, in points: the crop as far as it is on the page, up to whole pixels
}
