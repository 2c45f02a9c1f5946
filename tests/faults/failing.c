/* Makes the n-th write or sync of regular files fail, or kills the process in the middle of it.
 * Loaded with LD_PRELOAD; armed by fault_arm(), or from outside: while the file FAULT_WHILE names is
 * there, every sync fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long at, seen;
static int which, what, lasting;

/* kind: 1 writes, 2 syncs, 3 both. error: errno, or -1 for half a write and kill -9. */
void fault_arm(int kind, long n, int error, int for_good) {
    which = kind; at = n; seen = 0; what = error; lasting = for_good;
}
long fault_seen(void) { return seen; }

static int is_file(int fd) {
    struct stat s;
    return fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
}

static int told_to_fail(int kind) {
    const char *file = getenv("FAULT_WHILE");
    if (kind != 2 || !file || access(file, F_OK)) return 0;
    what = EIO;
    return 1;
}

static int hit(int kind, int fd) {
    if (told_to_fail(kind) && is_file(fd)) return 1;
    if (!(which & kind) || !is_file(fd)) return 0;
    seen++;
    return lasting ? seen >= at : seen == at;
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *buf, size_t n) {
    REAL(write);
    if (hit(1, fd)) {
        if (what == -1) { real(fd, buf, n / 2); die(); }
        errno = what; return -1;
    }
    return real(fd, buf, n);
}

ssize_t pwrite64(int fd, const void *buf, size_t n, off64_t place) {
    REAL(pwrite64);
    if (hit(1, fd)) {
        if (what == -1) { real(fd, buf, n / 2, place); die(); }
        errno = what; return -1;
    }
    return real(fd, buf, n, place);
}

ssize_t pwrite(int fd, const void *buf, size_t n, off_t place) { return pwrite64(fd, buf, n, place); }

int fsync(int fd) {
    REAL(fsync);
    if (hit(2, fd)) { if (what == -1) die(); errno = what; return -1; }
    return real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    if (hit(2, fd)) { if (what == -1) die(); errno = what; return -1; }
    return real(fd);
}
