//! The program: arguments in, exit code out.

mod cli;
mod progress;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::main())
}
