//! The program: run, tell what went wrong, exit.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

use crate::cli::Ending;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Ok(ending) => ending.into(),
        Err(error) if cli::is_closed_pipe(&error) => Ending::Done.into(),
        Err(error) => {
            cli::complain(&error);
            Ending::Incomplete.into()
        }
    }
}
