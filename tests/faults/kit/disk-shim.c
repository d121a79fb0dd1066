/*
 * Stands between a process and the files below one folder, at the boundary of its system calls: loaded with LD_PRELOAD,
 * it writes down what is written, synced, cut, created, renamed and removed there, in the order in which it happened
 * (`disk-log.ts` reads it), and makes one such call fail when it is told to (`disk-fault.ts` tells it).
 *
 * DISK_FOLDER  the folder, absolute
 * DISK_LOG     where it is written down; absent: nowhere
 *
 * What is written to a file of the name `disk-fault` there is an order, `KIND N ERRNO HOW`: of the calls of that kind from
 * now on the Nth fails, HOW being `once`, `on` (and all after it), or `half` (half of the bytes are written, and what
 * follows fails). `none` ends it. A byte is appended to the file `disk-fault.seen` beside it when a call has failed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATED = 1, WRITTEN = 2, CUT = 3, SYNCED = 4, RENAMED = 5, REMOVED = 6, LINKED = 7 };
enum { OPENS = 1, WRITES = 2, SYNCS = 3, CUTS = 4 };
enum { ONCE, ON, HALF };
#define DESCRIPTORS 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static size_t folder_length;
static int log_file = -1;
static char *paths[DESCRIPTORS];
static struct { int kind, left, error, how, failing; } fault;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  folder = getenv("DISK_FOLDER");
  if (folder == NULL) return;
  folder_length = strlen(folder);
  const char *log = getenv("DISK_LOG");
  if (log != NULL) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_watched(const char *path) {
  return folder != NULL && path != NULL && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}
static const char *path_of(int file) { return file >= 0 && file < DESCRIPTORS ? paths[file] : NULL; }
static int ends_with(const char *path, const char *end) {
  size_t length = strlen(path), of_end = strlen(end);
  return length >= of_end && strcmp(path + length - of_end, end) == 0;
}

/* A file that was removed may be open still: what is done to it is nothing to the one that has its name now. */
static int is_named(int file, const char *path) {
  struct stat open_one, named_one;
  return fstat(file, &open_one) == 0 && fstatat(AT_FDCWD, path, &named_one, 0) == 0 &&
         open_one.st_ino == named_one.st_ino;
}

static void note(int kind, const char *path, int64_t offset, const void *bytes, uint32_t length) {
  if (log_file < 0 || ends_with(path, "-shm")) return;
  const char *name = path + folder_length + (path[folder_length] == '/');
  struct __attribute__((packed)) { uint8_t kind; uint16_t name; uint32_t length; int64_t offset; } head = {
      (uint8_t)kind, (uint16_t)strlen(name), length, offset};
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, head.name}, {(void *)bytes, length}};
  syscall(SYS_writev, log_file, parts, length > 0 ? 3 : 2);
}

static void obey(const char *path, const char *text, size_t length) {
  char order[80] = {0}, kind[16] = {0}, how[8] = {0}, seen[PATH_MAX];
  memcpy(order, text, length < sizeof order ? length : sizeof order - 1);
  memset(&fault, 0, sizeof fault);
  if (sscanf(order, "%15s %d %d %7s", kind, &fault.left, &fault.error, how) == 4) {
    fault.kind = kind[0] == 'o' ? OPENS : kind[0] == 'w' ? WRITES : kind[0] == 's' ? SYNCS : CUTS;
    fault.how = how[0] == 'h' ? HALF : how[1] == 'n' && how[2] == 0 ? ON : ONCE;
  }
  snprintf(seen, sizeof seen, "%s.seen", path);
  syscall(SYS_unlinkat, AT_FDCWD, seen, 0);
}

static void say_seen(void) {
  char seen[PATH_MAX];
  snprintf(seen, sizeof seen, "%s/disk-fault.seen", folder);
  int file = (int)syscall(SYS_openat, AT_FDCWD, seen, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  syscall(SYS_write, file, "x", 1);
  syscall(SYS_close, file);
}

/* 0: it goes on. 1: it fails, errno says how. 2: half of it is written. */
static int fails(int kind) {
  if (fault.kind != kind) return 0;
  if (!fault.failing) {
    if (--fault.left > 0) return 0;
    fault.failing = 1;
    say_seen();
    if (fault.how == HALF) return 2;
  } else if (fault.how == ONCE) {
    return 0;
  }
  errno = fault.error;
  return 1;
}

static int open_watched(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  if (!is_watched(path)) return real(path, flags, mode);
  pthread_mutex_lock(&turn);
  int is_order = ends_with(path, "/disk-fault");
  if (!is_order && fails(OPENS) != 0) {
    pthread_mutex_unlock(&turn);
    return -1;
  }
  struct stat before;
  int was = fstatat(AT_FDCWD, path, &before, 0) == 0;
  int file = real(path, flags, mode);
  int error = errno;
  if (file >= 0 && file < DESCRIPTORS) {
    free(paths[file]);
    paths[file] = strdup(path);
    if (!is_order && (flags & O_CREAT) && !was) note(CREATED, path, 0, NULL, 0);
    if (!is_order && (flags & O_TRUNC) && was && before.st_size > 0) note(CUT, path, 0, NULL, 0);
  }
  pthread_mutex_unlock(&turn);
  errno = error;
  return file;
}

#define OPEN(name)                                                     \
  int name(const char *path, int flags, ...) {                         \
    mode_t mode = 0;                                                   \
    if (flags & (O_CREAT | O_TMPFILE)) {                               \
      va_list rest;                                                    \
      va_start(rest, flags);                                           \
      mode = va_arg(rest, mode_t);                                     \
      va_end(rest);                                                    \
    }                                                                  \
    return open_watched(REAL(name), path, flags, mode);                \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  pthread_mutex_lock(&turn);
  if (path_of(file) != NULL) {
    free(paths[file]);
    paths[file] = NULL;
  }
  pthread_mutex_unlock(&turn);
  return REAL(close)(file);
}

/* `offset` below 0: where the file stands, which then moves on. */
static ssize_t write_watched(int file, const void *bytes, size_t length, int64_t offset) {
  pthread_mutex_lock(&turn);
  const char *path = path_of(file);
  ssize_t written = -1;
  int error = 0;
  if (ends_with(path, "/disk-fault")) {
    obey(path, bytes, length);
    written = (ssize_t)length;
  } else {
    int how = fails(WRITES);
    error = errno;
    if (how != 1) {
      size_t most = how == 2 && length > 1 ? length / 2 : length;
      int64_t at = offset;
      if (at < 0) {
        struct stat now;
        int appends = (fcntl(file, F_GETFL) & O_APPEND) != 0 && fstat(file, &now) == 0;
        at = appends ? (int64_t)now.st_size : (int64_t)lseek(file, 0, SEEK_CUR);
      }
      written = offset < 0 ? syscall(SYS_write, file, bytes, most) : syscall(SYS_pwrite64, file, bytes, most, offset);
      error = errno;
      if (written > 0 && is_named(file, path)) note(WRITTEN, path, at, bytes, (uint32_t)written);
    }
  }
  pthread_mutex_unlock(&turn);
  errno = error;
  return written;
}

ssize_t write(int file, const void *bytes, size_t length) {
  return path_of(file) == NULL ? REAL(write)(file, bytes, length) : write_watched(file, bytes, length, -1);
}
#define PWRITE(name, offset_type)                                                                                    \
  ssize_t name(int file, const void *bytes, size_t length, offset_type offset) {                                     \
    return path_of(file) == NULL ? REAL(name)(file, bytes, length, offset) : write_watched(file, bytes, length, offset); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* One part after the other: who calls them takes a short count for an answer. */
static ssize_t write_parts(int file, const struct iovec *parts, int count, int64_t offset) {
  ssize_t all = 0;
  for (int part = 0; part < count; part++) {
    ssize_t written = write_watched(file, parts[part].iov_base, parts[part].iov_len, offset < 0 ? -1 : offset + all);
    if (written < 0) return all > 0 ? all : -1;
    all += written;
    if ((size_t)written < parts[part].iov_len) break;
  }
  return all;
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  return path_of(file) == NULL ? REAL(writev)(file, parts, count) : write_parts(file, parts, count, -1);
}
#define PWRITEV(name, offset_type)                                                                                \
  ssize_t name(int file, const struct iovec *parts, int count, offset_type offset) {                              \
    return path_of(file) == NULL ? REAL(name)(file, parts, count, offset) : write_parts(file, parts, count, offset); \
  }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

static int sync_watched(int (*real)(int), int file) {
  if (path_of(file) == NULL) return real(file);
  pthread_mutex_lock(&turn);
  int result = fails(SYNCS) != 0 ? -1 : real(file);
  int error = errno;
  if (result == 0 && is_named(file, path_of(file))) note(SYNCED, path_of(file), 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return result;
}
int fsync(int file) { return sync_watched(REAL(fsync), file); }
int fdatasync(int file) { return sync_watched(REAL(fdatasync), file); }

#define CUT_AT(name, offset_type)                                                    \
  int name(int file, offset_type size) {                                             \
    if (path_of(file) == NULL) return REAL(name)(file, size);                        \
    pthread_mutex_lock(&turn);                                                       \
    int result = fails(CUTS) != 0 ? -1 : REAL(name)(file, size);                     \
    int error = errno;                                                               \
    if (result == 0 && is_named(file, path_of(file))) note(CUT, path_of(file), size, NULL, 0); \
    pthread_mutex_unlock(&turn);                                                     \
    errno = error;                                                                   \
    return result;                                                                   \
  }
CUT_AT(ftruncate, off_t)
CUT_AT(ftruncate64, off64_t)

static int rename_noted(int kind, int (*real)(const char *, const char *), const char *from, const char *to) {
  if (!is_watched(from)) return real(from, to);
  pthread_mutex_lock(&turn);
  int result = real(from, to);
  int error = errno;
  const char *name = to + folder_length + 1;
  if (result == 0) note(kind, from, 0, name, (uint32_t)strlen(name));
  pthread_mutex_unlock(&turn);
  errno = error;
  return result;
}
int rename(const char *from, const char *to) { return rename_noted(RENAMED, REAL(rename), from, to); }
int link(const char *from, const char *to) { return rename_noted(LINKED, REAL(link), from, to); }

int unlink(const char *path) {
  if (!is_watched(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&turn);
  int result = REAL(unlink)(path);
  int error = errno;
  if (result == 0) note(REMOVED, path, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return result;
}
