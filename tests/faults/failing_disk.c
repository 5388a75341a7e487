/* A disk that fails when it is told to, for the fault campaigns.
 *
 * Built by tests/faults/failing_disk.py and preloaded (LD_PRELOAD) into a program. The
 * program, or whoever forks it, arms it for one folder: the so-many-th call that
 * changes something in there (or reads, where that is asked for) then fails, comes
 * short, or ends the program. It also counts, and knows which files in there were
 * written and not synced since.
 *
 * Everything is told by failing_disk_arm() and asked by the functions beside it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITES = 1, SYNCS = 2, NAMES = 4, LENGTHS = 8, READS = 16 };
enum how { SHORT = -1, KILL_BEFORE = -2, KILL_AFTER = -3, KILL_HALFWAY = -4 };
enum { MOST_DIRTY = 256 };

static struct {
    char folder[PATH_MAX];
    size_t length;
    unsigned kinds;  /* which calls count */
    long at;         /* the call that fails, from 1; 0 for none */
    long lasting;    /* how many fail from there on */
    int how;         /* an errno, or enum how */
    long calls, failed, syncs;
    struct { dev_t device; ino_t inode; } dirty[MOST_DIRTY];
    int dirty_count;
} disk;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void failing_disk_arm(const char *folder, unsigned kinds, long at, long lasting,
                      int how) {
    pthread_mutex_lock(&lock);
    memset(&disk, 0, sizeof disk);
    snprintf(disk.folder, sizeof disk.folder, "%s", folder);
    disk.length = strlen(disk.folder);
    disk.kinds = kinds;
    disk.at = at;
    disk.lasting = lasting;
    disk.how = how;
    pthread_mutex_unlock(&lock);
}

/* From now on all works again; what was counted stays. */
void failing_disk_mend(void) { disk.at = 0; }
long failing_disk_calls(void) { return disk.calls; }
long failing_disk_failed(void) { return disk.failed; }
long failing_disk_syncs(void) { return disk.syncs; }
/* The inode of a file that was written and not synced since; 0 behind the last. */
long failing_disk_dirty(int at) {
    return at < disk.dirty_count ? (long)disk.dirty[at].inode : 0;
}

static int is_inside(const char *path) {
    return disk.length && path && strncmp(path, disk.folder, disk.length) == 0;
}

static int is_inside_file(int file) {
    char link[64], path[PATH_MAX];
    if (!disk.length || file < 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t got = readlink(link, path, sizeof path - 1);
    if (got <= 0) return 0;
    path[got] = 0;
    return is_inside(path);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Count a call; say how it shall fail, or 0. Called only for what is inside. */
static int verdict(enum kind kind) {
    int how = 0;
    pthread_mutex_lock(&lock);
    if (disk.kinds & kind) {
        disk.calls++;
        if (disk.at && disk.calls >= disk.at && disk.calls < disk.at + disk.lasting) {
            disk.failed++;
            how = disk.how;
        }
    }
    pthread_mutex_unlock(&lock);
    if (how == KILL_BEFORE) die();
    if (how == SHORT && kind != WRITES) how = EIO;
    if (how == KILL_HALFWAY && kind != WRITES) how = KILL_AFTER;
    return how;
}

static void mark(struct stat *about, int is_dirty) {
    pthread_mutex_lock(&lock);
    int at = 0;
    while (at < disk.dirty_count && !(disk.dirty[at].device == about->st_dev &&
                                      disk.dirty[at].inode == about->st_ino))
        at++;
    if (is_dirty && at == disk.dirty_count && at < MOST_DIRTY) {
        disk.dirty[at].device = about->st_dev;
        disk.dirty[at].inode = about->st_ino;
        disk.dirty_count++;
    } else if (!is_dirty && at < disk.dirty_count) {
        disk.dirty[at] = disk.dirty[--disk.dirty_count];
    }
    pthread_mutex_unlock(&lock);
}

static void mark_file(int file, int is_dirty) {
    struct stat about;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) mark(&about, is_dirty);
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define FAIL(how) do { errno = (how); return -1; } while (0)

/* The body of every call that writes `size` bytes to `file`. */
#define WRITING(call, half) \
    if (!is_inside_file(file)) return call; \
    int how = verdict(WRITES); \
    if (how > 0) FAIL(how); \
    ssize_t done = (how == SHORT || how == KILL_HALFWAY) && size > 1 ? half : call; \
    int kept = errno; \
    if (done > 0) mark_file(file, 1); \
    if (how == KILL_AFTER || how == KILL_HALFWAY) die(); \
    errno = kept; \
    return done

ssize_t write(int file, const void *from, size_t size) {
    REAL(write);
    WRITING(real(file, from, size), real(file, from, size / 2));
}

ssize_t pwrite(int file, const void *from, size_t size, off_t at) {
    REAL(pwrite);
    WRITING(real(file, from, size, at), real(file, from, size / 2, at));
}

ssize_t pwrite64(int file, const void *from, size_t size, off64_t at) {
    REAL(pwrite64);
    WRITING(real(file, from, size, at), real(file, from, size / 2, at));
}

ssize_t writev(int file, const struct iovec *parts, int size) {
    REAL(writev);
    WRITING(real(file, parts, size), real(file, parts, size / 2));
}

ssize_t sendfile(int file, int from, off_t *at, size_t size) {
    REAL(sendfile);
    WRITING(real(file, from, at, size), real(file, from, at, size / 2));
}

ssize_t sendfile64(int file, int from, off64_t *at, size_t size) {
    REAL(sendfile64);
    WRITING(real(file, from, at, size), real(file, from, at, size / 2));
}

ssize_t copy_file_range(int from, off64_t *there, int file, off64_t *here, size_t size,
                        unsigned flags) {
    REAL(copy_file_range);
    WRITING(real(from, there, file, here, size, flags),
            real(from, there, file, here, size / 2, flags));
}

/* The body of a call that reads. */
#define READING(call) \
    if (!(disk.kinds & READS) || !is_inside_file(file)) return call; \
    int how = verdict(READS); \
    if (how > 0) FAIL(how); \
    if (how == KILL_AFTER) die(); \
    return call

ssize_t read(int file, void *into, size_t size) {
    REAL(read);
    READING(real(file, into, size));
}

ssize_t pread(int file, void *into, size_t size, off_t at) {
    REAL(pread);
    READING(real(file, into, size, at));
}

ssize_t pread64(int file, void *into, size_t size, off64_t at) {
    REAL(pread64);
    READING(real(file, into, size, at));
}

/* The body of a call that waits for the disk. */
#define SYNCING(call) \
    if (!is_inside_file(file)) return call; \
    int how = verdict(SYNCS); \
    if (how > 0) FAIL(how); \
    int done = call; \
    if (done == 0) { disk.syncs++; mark_file(file, 0); } \
    if (how == KILL_AFTER) die(); \
    return done

int fsync(int file) {
    REAL(fsync);
    SYNCING(real(file));
}

int fdatasync(int file) {
    REAL(fdatasync);
    SYNCING(real(file));
}

/* The body of a call that changes a length. A file that was emptied is not dirty: SQLite
 * empties its log when all of it is in the database and synced there. */
#define CHANGING_LENGTH(call, failing) \
    if (!is_inside_file(file)) return call; \
    int how = verdict(LENGTHS); \
    if (how > 0) failing; \
    int done = call; \
    if (done == 0) mark_file(file, size > 0); \
    if (how == KILL_AFTER) die(); \
    return done

int ftruncate(int file, off_t size) {
    REAL(ftruncate);
    CHANGING_LENGTH(real(file, size), FAIL(how));
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    CHANGING_LENGTH(real(file, size), FAIL(how));
}

int fallocate(int file, int mode, off_t at, off_t size) {
    REAL(fallocate);
    CHANGING_LENGTH(real(file, mode, at, size), FAIL(how));
}

int fallocate64(int file, int mode, off64_t at, off64_t size) {
    REAL(fallocate64);
    CHANGING_LENGTH(real(file, mode, at, size), FAIL(how));
}

int posix_fallocate(int file, off_t at, off_t size) {
    REAL(posix_fallocate);
    CHANGING_LENGTH(real(file, at, size), return how);
}

int posix_fallocate64(int file, off64_t at, off64_t size) {
    REAL(posix_fallocate64);
    CHANGING_LENGTH(real(file, at, size), return how);
}

/* The body of a call that changes names. */
#define NAMING(path, call) \
    if (!is_inside(path)) return call; \
    int how = verdict(NAMES); \
    if (how > 0) FAIL(how); \
    int done = call; \
    if (how == KILL_AFTER) die(); \
    return done

int rename(const char *from, const char *to) {
    REAL(rename);
    NAMING(to, real(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    REAL(renameat);
    NAMING(to, real(from_folder, from, to_folder, to));
}

int link(const char *from, const char *to) {
    REAL(link);
    NAMING(to, real(from, to));
}

/* How an unnamed file (O_TMPFILE) gets its name. Opening one changes no name. */
int linkat(int from_folder, const char *from, int to_folder, const char *to,
           int flags) {
    REAL(linkat);
    NAMING(to, real(from_folder, from, to_folder, to, flags));
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    NAMING(path, real(path, mode));
}

int unlink(const char *path) {
    REAL(unlink);
    struct stat about;
    if (is_inside(path) && stat(path, &about) == 0 && about.st_nlink == 1)
        mark(&about, 0);
    NAMING(path, real(path));
}

/* Making a file counts as changing names; opening one does not. */
#define OPENING(call) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list more; \
        va_start(more, flags); \
        mode = va_arg(more, mode_t); \
        va_end(more); \
    } \
    if ((flags & O_CREAT) && is_inside(path) && access(path, F_OK) != 0) { \
        int how = verdict(NAMES); \
        if (how > 0) FAIL(how); \
        int done = call; \
        if (how == KILL_AFTER) die(); \
        return done; \
    } \
    return call

int open(const char *path, int flags, ...) {
    REAL(open);
    OPENING(real(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    OPENING(real(path, flags, mode));
}

int openat(int folder, const char *path, int flags, ...) {
    REAL(openat);
    OPENING(real(folder, path, flags, mode));
}

int openat64(int folder, const char *path, int flags, ...) {
    REAL(openat64);
    OPENING(real(folder, path, flags, mode));
}
