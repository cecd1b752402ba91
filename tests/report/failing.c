/* Let the Nth call that may fail, counted from `fail_at`, fail with an error of choice, do half of its work, or be the
   end of the process.

   cc -shared -fPIC -O1 -o failing.so failing.c -ldl; then LD_PRELOAD=failing.so. Until `fail_at` is called, and in
   every process that a program starts anew, all calls go through. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/* In memory that a process shares with those that it forks: whoever forks sees what came of it. */
struct told { pid_t process; int at, error, count; char which[16]; };
static struct told *told;

__attribute__((constructor)) static void begin(void) {
    told = mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (told == MAP_FAILED) abort();
}

/* Begin to count in this process alone; 0 fails none. The error 0 is half of the work, -1 the end, as by kill -9. */
void fail_at(int number, int error) {
    told->count = 0;
    told->which[0] = 0;
    told->error = error;
    told->at = number;
    told->process = getpid();
}
int calls(void) { return told->count; }
const char *which(void) { return told->which; }

static int is_hit(const char *name) {
    if (!told || told->process != getpid()) return 0;
    if (__atomic_add_fetch(&told->count, 1, __ATOMIC_SEQ_CST) != told->at) return 0;
    snprintf(told->which, sizeof told->which, "%s", name);
    if (told->error < 0) kill(getpid(), SIGKILL);
    return 1;
}

#define REAL(name) static typeof(name) *real; if (!real) real = (typeof(name) *)dlsym(RTLD_NEXT, #name)
#define FAILS(name) if (is_hit(#name) && told->error) { errno = told->error; return -1; }

/* These may do half of what they are asked for. */
#define PART(name, size) int hit = is_hit(#name); if (hit && told->error) { errno = told->error; return -1; } \
    if (hit && size > 1) size /= 2

ssize_t write(int fd, const void *data, size_t size) { REAL(write); PART(write, size); return real(fd, data, size); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t where) {
    REAL(pwrite64); PART(pwrite64, size); return real(fd, data, size, where); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t where) {
    REAL(pwrite); PART(pwrite, size); return real(fd, data, size, where); }
ssize_t send(int fd, const void *data, size_t size, int flags) {
    REAL(send); PART(send, size); return real(fd, data, size, flags); }

ssize_t read(int fd, void *data, size_t size) { REAL(read); FAILS(read) return real(fd, data, size); }
ssize_t pread64(int fd, void *data, size_t size, off64_t where) {
    REAL(pread64); FAILS(pread64) return real(fd, data, size, where); }
ssize_t recv(int fd, void *data, size_t size, int flags) { REAL(recv); FAILS(recv) return real(fd, data, size, flags); }
int connect(int fd, const struct sockaddr *to, socklen_t size) { REAL(connect); FAILS(connect) return real(fd, to, size); }
int socket(int domain, int type, int protocol) { REAL(socket); FAILS(socket) return real(domain, type, protocol); }
int fsync(int fd) { REAL(fsync); FAILS(fsync) return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); FAILS(fdatasync) return real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); FAILS(ftruncate) return real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); FAILS(ftruncate64) return real(fd, size); }
int rename(const char *from, const char *to) { REAL(rename); FAILS(rename) return real(from, to); }
int unlink(const char *path) { REAL(unlink); FAILS(unlink) return real(path); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); FAILS(mkdir) return real(path, mode); }

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { REAL(open); MODE FAILS(open) return real(path, flags, mode); }
int open64(const char *path, int flags, ...) { REAL(open64); MODE FAILS(open64) return real(path, flags, mode); }
