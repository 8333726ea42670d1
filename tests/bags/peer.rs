//! Bags of our own beside bagit-python's verdict.
