//! The program: arguments in, exit code out.

mod checked;
mod cli;
mod explained;
mod progress;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::main())
}
