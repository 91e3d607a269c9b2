//! What the allocator holds and the process needs no longer.

/// Gives back to the system what was freed. glibc keeps the lists of a stage for lists as large, which the next has none of:
/// they were half of the memory of a run whose tables are made.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn give_back() {
    unsafe extern "C" {
        safe fn malloc_trim(pad: usize) -> i32;
    }
    malloc_trim(0);
}

/// Elsewhere the allocator does as it likes.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back() {}
