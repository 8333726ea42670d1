//! Names of people: their form, their nominative in each language, the key that joins spellings.

pub mod calls;
pub mod kazakh;
pub mod name_key;
pub mod person_name;
pub mod russian;
