//! What is said of articles, and of what is none.

use super::*;

#[test]
fn a_missing_input_folder_is_told() {
    let run = Run::new().without("input");
    assert_snapshot!(run.run(&[]).fails_with(2), @"
    error: input: the input folder cannot be opened: no such file or directory
      help: name a folder of articles with --input or [ingest] input
    ");
}

#[test]
fn an_input_that_is_a_file_is_told() {
    let run = Run::new().file("articles.txt", ARTICLE);
    assert_snapshot!(run.run(&["--input", "articles.txt"]).fails_with(2), @"
    error: articles.txt: the input folder cannot be opened: not a directory
      help: name a folder of articles with --input or [ingest] input
    ");
}

#[test]
fn a_metadata_file_that_is_missing_is_told() {
    let run = Run::new().input("a.txt", ARTICLE).config("[ingest]\nmetadata = \"meta.csv\"\n");
    assert_snapshot!(run.run(&[]).fails_with(2), @"
    error: meta.csv: the metadata file is not there
      help: correct [ingest] metadata, or remove it
    ");
}

#[test]
fn an_empty_input_is_told_and_publishes_nothing() {
    let run = Run::new();
    assert_snapshot!(run.run(&[]).fails_with(4), @"
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
    nothing_published(&run);
}

#[test]
fn fewer_articles_than_asked_for_are_told_and_publish_nothing() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF").config("[run]\nmin_articles = 10\n");
    assert_snapshot!(run.run(&[]).fails_with(4), @"
    error: input: it gave 1 article and 1 skipped row, and [run] min_articles is 10
      help: `newsgauge check` lists what was skipped and why; nothing was published
    ");
    nothing_published(&run);
}

#[track_caller]
pub fn nothing_published(run: &Run) {
    let mut left = run.files("output");
    // What was read is as good for the next run.
    left.retain(|path| path != "state/lock" && !path.starts_with("state/cache/"));
    assert!(
        left.is_empty(),
        "a run without tables leaves nothing but the lock and the cache, and this one left {left:?}"
    );
    let staged = fs::read_dir(run.path("output")).expect("the output folder is there").flatten();
    let staged: Vec<_> =
        staged.map(|entry| entry.file_name()).filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(staged.is_empty(), "a run that ends by itself removes what it staged, and this one left {staged:?}");
}

#[test]
fn a_text_file_that_is_skipped_is_listed_with_its_reason() {
    let russian = "Министр обороны России прибыл в Пхеньян по приглашению.";
    let mut damaged = russian.as_bytes().to_vec();
    damaged.insert(4, 0xff);
    let run = Run::new()
        .input("damaged.txt", damaged)
        .input("empty.txt", "")
        .input("front-matter-only.md", "---\ntitle: A head\n---\n")
        .input("good.txt", ARTICLE)
        .input("large.txt", vec![b'a'; (1 << 20) + 1])
        .input("letter.pdf", "%PDF-1.7")
        .input("no-ending", ARTICLE)
        .input("undated.txt", format!("---\ntitle: A head\ndate: last Tuesday\n---\n{ARTICLE}"))
        .input("utf16.txt", b"\xff\xfea\x00\x00\xd8b\x00")
        .input("utf32.txt", b"\xff\xfe\x00\x00a\x00\x00\x00\xff\xff\xff\xff")
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    assert_eq!(run.run(&[]).code, 3);
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    damaged.txt,,"damaged UTF-8: bad bytes begin at byte 4, in line 1; save the file anew as UTF-8"
    empty.txt,,empty
    front-matter-only.md,,empty
    large.txt,,larger than 1 MB ([ingest] max_article_mb)
    letter.pdf,,"not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)"
    no-ending,,"not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)"
    undated.txt,3,"the date ""last Tuesday"" cannot be read (write 2024-06-19); the article is kept without it"
    utf16.txt,,"read as UTF-16LE, some of its bytes are wrong ([ingest] encoding names another)"
    utf32.txt,,"read as UTF-32, some of its bytes are wrong"
    "#);
}

#[test]
fn a_text_file_that_is_not_in_the_named_encoding_is_listed() {
    let config = format!("[ingest]\nencoding = \"utf-8\"\n{CONFIG}");
    let run = Run::new().input("good.txt", ARTICLE).input("latin.txt", b"caf\xe9 cr\xe8me").config(&config);
    assert_eq!(run.run(&[]).code, 3);
    assert_snapshot!(run.table("skipped"), @"
    path,line,reason
    latin.txt,,not valid UTF-8 ([ingest] encoding names another)
    ");
}

#[test]
fn a_csv_row_that_is_skipped_is_listed_with_its_line_and_reason() {
    let large = "a".repeat((1 << 20) + 1);
    let mut rows = b"text,date\n".to_vec();
    rows.extend(format!("{ARTICLE}\n").replace('\n', "").bytes());
    rows.extend(b",2024-06-19\none,two,three\n\"\",2024-06-19\ncaf\xe9,2024-06-19\nA day unknown.,06/07/2024\n");
    rows.extend(format!("{large},2024-06-19\nThe last one.,2024-06-20\n").bytes());
    let run = Run::new()
        .input("empty.csv", "")
        .input("header.csv", "text,date\n")
        .input("semicolons.csv", "text;date\nOne.;2024\n")
        .input("no-text.csv", "headline,body\na,b\n")
        .input("rows.csv", rows)
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    empty.csv,,empty
    header.csv,,it has no rows
    no-text.csv,1,"no column `text`; it has headline, body: name the one with the text in [ingest.columns] text"
    rows.csv,3,3 fields where the header has 2
    rows.csv,4,empty
    rows.csv,5,not valid UTF-8 ([ingest] encoding names another)
    rows.csv,6,"the date ""06/07/2024"" cannot be read (write 2024-06-19); the article is kept without it"
    rows.csv,7,larger than 1 MB ([ingest] max_article_mb)
    semicolons.csv,1,"no column `text`; it has text;date: if these are several, name what separates them in [ingest] csv_delimiter"
    "#);
}

#[test]
fn a_jsonl_line_that_is_skipped_is_listed_with_its_line_and_reason() {
    let mut lines = format!("{{\"text\": {ARTICLE:?}}}\n").into_bytes();
    lines.extend(b"{\"text\": \"cut\n[1, 2]\n{\"title\": \"no text\"}\n{\"text\": null}\n{\"text\": \"  \"}\n");
    lines.extend(b"{\"text\": \"caf\xe9\"}\n{\"text\": \"A day unknown.\", \"date\": \"tomorrow\"}\n\n");
    lines.extend(format!("{{\"text\": \"{}\"}}\n{{\"text\": \"The last one.\"}}", "a".repeat(1 << 20)).bytes());
    let run = Run::new()
        .input("empty.jsonl", "\n\n")
        .input("lines.jsonl", lines)
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    empty.jsonl,,it has no rows
    lines.jsonl,2,not JSON: EOF while parsing a string at column 13
    lines.jsonl,3,"JSON, but no object: write {""text"": ...}"
    lines.jsonl,4,no text under `text` ([ingest.columns] text names the column)
    lines.jsonl,5,no text under `text` ([ingest.columns] text names the column)
    lines.jsonl,6,empty
    lines.jsonl,7,not JSON: invalid unicode code point at column 14
    lines.jsonl,8,"the date ""tomorrow"" cannot be read (write 2024-06-19); the article is kept without it"
    lines.jsonl,10,larger than 1 MB ([ingest] max_article_mb)
    "#);
}

#[test]
fn a_line_of_metadata_that_is_skipped_is_listed_with_its_line_and_reason() {
    let run = Run::new()
        .input("a.txt", ARTICLE)
        .input("metadata.csv", "path,date,outlet\na.txt,some day,Desk\nb.txt,2024-06-19,Desk\n")
        .input("sub/metadata.csv", "file,date\na.txt,2024-06-19\n")
        .input("sub2/metadata.csv", b"path,outlet\n\xd0\x9c\xd0\xb8\xff,x\n");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    metadata.csv,2,"the date ""some day"" cannot be read (write 2024-06-19); the article is kept without it"
    metadata.csv,3,"it describes ""b.txt"", and there is no such file in the input"
    sub/metadata.csv,1,"it has no column `path`; write path,date,outlet ... in its first line"
    sub2/metadata.csv,,"damaged UTF-8: bad bytes begin at byte 16, in line 2; save the file anew as UTF-8"
    "#);
}

#[test]
fn a_link_that_leads_nowhere_or_back_is_listed() {
    let run = Run::new().input("a.txt", ARTICLE).input("sub/b.txt", "A text of its own.");
    symlink("nowhere.txt", run.path("input/dangling.txt")).expect("links can be made here");
    symlink("..", run.path("input/sub/up")).expect("links can be made here");
    let made = Command::new("mkfifo").arg(run.path("input/pipe.txt")).status();
    assert!(made.is_ok_and(|status| status.success()), "the test needs the command mkfifo");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @"
    path,line,reason
    dangling.txt,,no such file or directory
    pipe.txt,,not a regular file
    sub/up,,a link that leads back to a folder above it
    ");
}

/// A link to a file that opens and then fails to be read, as on a failing disk; none where the system has no such file.
#[cfg(target_os = "linux")]
fn unreadable(name: &str) -> Option<Run> {
    use std::io::ErrorKind::{NotFound, PermissionDenied};
    // The memory of a process begins at an address that is never mapped: reading there is an I/O error.
    let fails = fs::read("/proc/self/mem").is_err_and(|error| !matches!(error.kind(), NotFound | PermissionDenied));
    let run = Run::new().input("a.txt", ARTICLE);
    fails.then(|| symlink("/proc/self/mem", run.path("input").join(name)).expect("links can be made here"))?;
    Some(run)
}

/// What a run says of it; one that does not end within seconds is ended.
#[cfg(target_os = "linux")]
#[track_caller]
fn failing(run: &Run) -> String {
    let mut child = run.start(&[]);
    let started = std::time::Instant::now();
    while child.try_wait().expect("the child is ours").is_none() {
        if started.elapsed() > Duration::from_secs(5) {
            child.kill().expect("the child is ours");
            child.wait().expect("the child is ours");
            panic!("the run reads a file that cannot be read for ever; it must end with exit code 1");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    run.end(child).fails_with(1).to_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_text_file_ends_the_run() {
    let Some(run) = unreadable("b.txt") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.txt: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_csv_file_ends_the_run() {
    let Some(run) = unreadable("b.csv") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.csv: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_jsonl_file_ends_the_run() {
    let Some(run) = unreadable("b.jsonl") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.jsonl: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

#[test]
fn rows_before_a_runaway_quote_are_counted() {
    let runaway = format!("id,text\n1,Putin came.\n2,Putin left.\n3,\"{}", "x".repeat(2_200_000));
    let run = Run::new().input("rows.csv", runaway).config("[write]\npng = false\n[ingest]\nmax_article_mb = 1\n");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_eq!(run.table("articles").lines().count(), 3, "a header and two articles");
    assert!(run.table("skipped").contains("the quote opened in line 4"), "{}", run.table("skipped"));
}

#[test]
fn lines_behind_one_that_is_too_long_are_read_whole() {
    let line = |length: usize| format!("{{\"text\":\"Putin {}\"}}\n", "word ".repeat(length / 5));
    let lines = [2_300_000, 500_000, 900_000, 40].map(line).concat();
    let run = Run::new().input("a.jsonl", lines).config("[write]\npng = false\n[ingest]\nmax_article_mb = 1\n");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    let articles = run.table("articles");
    for row in ["a.jsonl#2,", "a.jsonl#3,", "a.jsonl#4,"] {
        assert!(articles.contains(row), "{articles}");
    }
    assert_eq!(run.table("skipped").lines().count(), 2, "a header and one line");
}
