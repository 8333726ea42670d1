//! How much of a photo's metadata is read: any bytes may be given, and none may cost more than this.

/// Longest block of metadata that is read, in bytes: 4 MiB. Some hold a preview and a history of all that was done.
pub(crate) const BLOCK_MOST: usize = 4 << 20;
/// All blocks of one photo together, in bytes: 16 MiB.
pub(crate) const BLOCKS_MOST: usize = 16 << 20;
/// Longest value kept, in characters.
pub(crate) const VALUE_MOST: usize = 10_000;
/// Values kept of one list.
pub(crate) const LIST_MOST: usize = 1_000;
/// How deep elements of XML may lie in each other.
pub(crate) const DEPTH_MOST: usize = 64;
/// Elements and attributes of XML that are kept of one block.
pub(crate) const NODES_MOST: usize = 50_000;
/// Parts of a container that are looked at: segments, chunks, boxes, resources.
pub(crate) const PARTS_MOST: usize = 65_536;
