//! A page as a tree of elements, however broken its markup is.

mod attributes;
mod tree;

pub(crate) use tree::{Node, NodeId, Tree, is_block};
