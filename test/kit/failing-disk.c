/*
 * Preloaded, it makes writes and fsyncs fail as a disk does (EIO) while the file that FAILING_DISK names holds a line “KIND MODE NAME”: KIND is write or sync, MODE once or always, and NAME ends
 * the path of the file that it is for. “once” removes the line when it has failed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(const char *kind, int file) {
  static __thread int busy;
  const char *told = getenv("FAILING_DISK");
  if (!told || busy) return 0;
  busy = 1;
  int saved = errno, found = 0;
  char line[256] = {0}, wanted[16], mode[16], name[128], link[64], path[512] = {0};
  int control = open(told, O_RDONLY);
  if (control >= 0) {
    ssize_t length = read(control, line, sizeof line - 1);
    close(control);
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    if (length > 0 && sscanf(line, "%15s %15s %127s", wanted, mode, name) == 3 && strcmp(wanted, kind) == 0 &&
        readlink(link, path, sizeof path - 1) > 0 && strlen(path) >= strlen(name) &&
        strcmp(path + strlen(path) - strlen(name), name) == 0) {
      found = 1;
      if (strcmp(mode, "once") == 0) unlink(told);
    }
  }
  errno = found ? EIO : saved;
  busy = 0;
  return found;
}

#define USUAL(type, name, ...) static type (*usual)(__VA_ARGS__); if (!usual) usual = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  USUAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  return fails("write", file) ? -1 : usual(file, bytes, count, at);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  USUAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return fails("write", file) ? -1 : usual(file, bytes, count, at);
}

int fsync(int file) {
  USUAL(int, "fsync", int);
  return fails("sync", file) ? -1 : usual(file);
}

int fdatasync(int file) {
  USUAL(int, "fdatasync", int);
  return fails("sync", file) ? -1 : usual(file);
}
