// A mistake in the next line.
const size = ;
