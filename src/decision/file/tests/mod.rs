//! Reading what people wrote, and adding to it.

mod reading;
mod writing;
