//! One run of the program: its configuration, its time, and what it says of itself in run.json and manifest.json.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;

/// What a run took and left.
#[derive(Clone)]
pub struct Measured {
    pub seconds: f64,
    /// Seconds of all cores together, user and system; `None` where the system does not say.
    pub cpu: Option<f64>,
    /// Bytes; `None` where the system does not say.
    pub peak: Option<u64>,
    /// Seconds by stage.
    pub stages: Vec<(String, f64)>,
    pub articles: u64,
    pub tokens: u64,
    /// The entries of manifest.json for all files: equal where the files are.
    pub outputs: Value,
}

/// The shipped configuration with other paths and tables, in a file of its own.
pub struct Program {
    config: PathBuf,
    output: PathBuf,
}

impl Program {
    /// `tables`: those to make; all where it is empty.
    pub fn new(base: &Path, folder: &Path, input: &Path, dictionary: &Path, tables: &[&str]) -> Self {
        let text = fs::read_to_string(base).unwrap_or_else(|error| panic!("{}: {error}", base.display()));
        let mut config: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", base.display()));
        let output = folder.join("output");
        set(&mut config, "ingest", "input", path(input));
        set(&mut config, "measure", "dictionary", path(dictionary));
        set(&mut config, "write", "output", path(&output));
        if !tables.is_empty() {
            let tables = tables.iter().map(|table| toml::Value::from(*table)).collect::<Vec<_>>();
            set(&mut config, "tabulate", "tables", toml::Value::from(tables));
        }
        fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let place = folder.join("config.toml");
        fs::write(&place, config.to_string()).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
        Self { config: place, output }
    }

    /// Forgets all earlier runs and their cache.
    pub fn forget(&self) {
        let _ = fs::remove_dir_all(&self.output);
    }

    /// # Panics
    /// Unless it ends with 0, or 3 for something skipped: a failed run has no speed.
    pub fn run(&self, jobs: u32) -> Measured {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsgauge"));
        command.arg("--quiet").arg("--config").arg(&self.config).args(["--jobs", &jobs.to_string()]);
        let (cpu, started) = (children_cpu(), Instant::now());
        let ended = command.stdin(Stdio::null()).output().expect("cargo has built the program");
        let seconds = started.elapsed().as_secs_f64();
        let cpu = cpu.zip(children_cpu()).map(|(before, after)| after - before);
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(matches!(ended.status.code(), Some(0 | 3)), "{} failed:\n{said}", self.config.display());
        let (run, manifest) = (self.json("run.json"), self.json("manifest.json"));
        let count = |name: &str| manifest[name].as_u64().unwrap_or_else(|| panic!("manifest.json has no {name}"));
        Measured {
            seconds,
            cpu,
            peak: run["peak_memory_bytes"].as_u64(),
            stages: run["stages"].as_array().expect("run.json lists stages").iter().filter_map(stage).collect(),
            articles: count("articles"),
            tokens: count("tokens"),
            outputs: manifest["outputs"].clone(),
        }
    }

    fn json(&self, name: &str) -> Value {
        let path = self.output.join("latest").join(name);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// Seconds that `wc -w` takes to count the words of a file, where there is one.
pub fn wc(plain: &Path) -> Option<f64> {
    let mut command = Command::new("wc");
    command.arg("-w").arg(plain).env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    let started = Instant::now();
    let ended = command.output().ok()?;
    let seconds = started.elapsed().as_secs_f64();
    ended.status.success().then_some(seconds)
}

fn set(config: &mut toml::Table, section: &str, key: &str, value: toml::Value) {
    let section = config.entry(section).or_insert_with(|| toml::Table::new().into());
    section.as_table_mut().expect("a section of the configuration is a table").insert(key.to_owned(), value);
}

fn path(path: &Path) -> toml::Value {
    toml::Value::from(path.to_str().expect("the target folder has a name in UTF-8"))
}

fn stage(stage: &Value) -> Option<(String, f64)> {
    Some((stage["stage"].as_str()?.to_owned(), stage["seconds"].as_f64()?))
}

/// Seconds of all ended children, as Linux counts them: in hundredths, in the fields 16 and 17 of proc_pid_stat(5). The
/// name in field 2 may hold spaces, so they are counted from behind its parenthesis, where field 3 begins.
fn children_cpu() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(13)? + ticks(14)?) / 100.0)
}
