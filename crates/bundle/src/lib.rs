//! Between archive and bundle: exports a BagIt bundle and reads it back.
