//! How files of pictures are put together: the parts of each container, as far as they go. What the parts mean is asked
//! elsewhere.

pub(crate) mod boxes;
pub(crate) mod chunks;
pub(crate) mod resources;
pub(crate) mod segments;
pub(crate) mod tiff;
pub(crate) mod tiff_value;
