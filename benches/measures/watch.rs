//! What each part took.

use std::fs;
use std::time::Instant;

pub struct Watch {
    since: (Instant, Option<f64>),
    parts: Vec<(&'static str, Took)>,
}

/// Seconds, and those of all cores together, user and system; `None` where the system does not say.
#[derive(Clone, Copy)]
struct Took {
    seconds: f64,
    cpu: Option<f64>,
}

impl Watch {
    pub fn begin() -> Self {
        Self { since: (Instant::now(), cpu()), parts: Vec::new() }
    }

    /// A part ended, and the next begins.
    pub fn ended(&mut self, part: &'static str) {
        let (began, before) = self.since;
        let cpu = before.zip(cpu()).map(|(before, now)| now - before);
        self.parts.push((part, Took { seconds: began.elapsed().as_secs_f64(), cpu }));
        self.since = (Instant::now(), self::cpu());
    }

    pub fn print(&self, of: &str) {
        println!("\n### {of}\n\n| part | seconds | CPU seconds |\n|---|---|---|");
        let took = |(_, took): &(&str, Took)| *took;
        let all = Took {
            seconds: self.parts.iter().map(took).map(|took| took.seconds).sum(),
            cpu: self.parts.iter().map(took).map(|took| took.cpu).sum(),
        };
        for (part, Took { seconds, cpu }) in self.parts.iter().chain([&("all", all)]) {
            println!("| {part} | {seconds:.2} | {} |", cpu.map(|cpu| format!("{cpu:.2}")).unwrap_or_default());
        }
    }
}

/// Seconds of this process as Linux counts them: in hundredths, in the fields 14 and 15 of proc_pid_stat(5). The name in
/// field 2 may hold spaces, so they are counted from behind its parenthesis, where field 3 begins.
fn cpu() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// Peak resident set in bytes; `None` where the system does not say (Linux does, proc_pid_status(5)).
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
