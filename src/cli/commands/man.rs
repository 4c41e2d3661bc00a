//! `roundtable man`: the whole manual as one page.

use std::io;

use anyhow::Result;
use clap::{Args, Command};
use clap_mangen::Man as Manual;

use crate::cli::streams::to_stdout;
use crate::cli::{Ending, style};

/// Print the manual page
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Man {}

const EXAMPLES: &str = "
  roundtable man | man -l -
      Read it.";

/// Prints the page: the program, then each subcommand, then what holds for all.
///
/// # Errors
/// When it cannot be written.
pub fn run(mut command: Command) -> Result<Ending> {
    // Subcommands learn their full names.
    command.build();
    let page = page(&command)?;
    to_stdout(|to| to.write_all(page.as_bytes()))?;
    Ok(Ending::Done)
}

fn page(command: &Command) -> io::Result<String> {
    let mut page = roff(command, &[Manual::render_title, Manual::render_name_section])?;
    page += &roff(command, BODY)?;
    for subcommand in command.get_subcommands() {
        let name = subcommand.get_bin_name().unwrap_or_default().to_uppercase();
        let body = roff(subcommand, BODY)? + &extra(subcommand);
        page.extend([".SH ", &name, "\n", &body.replace(".SH ", ".SS ")]);
    }
    Ok(page + &extra(command))
}

type Section = fn(&Manual, &mut dyn io::Write) -> io::Result<()>;

const BODY: &[Section] = &[
    Manual::render_synopsis_section,
    Manual::render_description_section,
    Manual::render_options_section,
];

fn roff(command: &Command, sections: &[Section]) -> io::Result<String> {
    let page = Manual::new(command.clone());
    let mut text = Vec::new();
    sections.iter().try_for_each(|section| section(&page, &mut text))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// What stands below the options in the help, line by line: headings end in a colon and start at
/// the margin.
fn extra(command: &Command) -> String {
    let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let line = |line: &str| match line.strip_suffix(':') {
        Some(heading) if !heading.starts_with(' ') => {
            format!(".fi\n.SH {}\n.nf\n", heading.to_uppercase())
        }
        _ => line.replace('\\', "\\e").replace('-', "\\-") + "\n",
    };
    help.lines().map(line).collect::<String>() + ".fi\n"
}
