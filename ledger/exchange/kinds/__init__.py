"""The kinds of files that hold sheets, one file for each way of reading them."""
