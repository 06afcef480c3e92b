"""The workbooks that units mail at the end of May 2014, each messy in another way."""
