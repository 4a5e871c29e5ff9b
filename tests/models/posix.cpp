// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -D_GNU_SOURCE
#include <aio.h>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <grp.h>
#include <iconv.h>
#include <locale.h>
#include <mqueue.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <semaphore.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <syslog.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

void opening(const char *Path, char *Template, int Folder, FILE *Stream) {
  open(Path, O_RDONLY);
  openat(Folder, Path, O_RDONLY);
  creat(Path, 0600);
  mkstemp(Template);
  fopen(Path, "r");
  fdopen(Folder, "r");
  freopen(Path, "r", Stream);
  opendir(Path);
  dlopen(Path, RTLD_NOW);
}

void syncing(int File, void *Mapped, struct aiocb *Request) {
  fsync(File);
  fdatasync(File);
  sync();
  syncfs(File);
  sync_file_range(File, 0, 0, 0);
  msync(Mapped, 1, MS_SYNC);
  aio_fsync(O_SYNC, Request);
}

void streams(FILE *Stream, char *Buffer) {
  fflush(Stream);
  setvbuf(Stream, nullptr, _IONBF, 0);
  setbuf(Stream, Buffer);
}

void transfers(int File, char *Buffer, const struct iovec *Parts) {
  write(File, Buffer, 1);
  pwrite(File, Buffer, 1, 0);
  read(File, Buffer, 1);
  pread(File, Buffer, 1, 0);
  writev(File, Parts, 1);
  pwritev(File, Parts, 1, 0);
}

void steps(FILE *Stream, DIR *Folder, char *Line, size_t Size) {
  fgets(Line, 1, Stream);
  fgetc(Stream);
  getc(Stream);
  getline(&Line, &Size, Stream);
  getdelim(&Line, &Size, ',', Stream);
  readdir(Folder);
}

void metadata(int File, const char *Path, struct stat *Status) {
  stat(Path, Status);
  lstat(Path, Status);
  fstat(File, Status);
  access(Path, R_OK);
}

void sockets(int Socket, struct sockaddr *Address, char *Buffer,
             struct msghdr *Message, struct mmsghdr *Messages,
             socklen_t *Length) {
  socket(AF_INET, SOCK_STREAM, 0);
  connect(Socket, Address, *Length);
  accept(Socket, Address, Length);
  accept4(Socket, Address, Length, 0);
  send(Socket, Buffer, 1, 0);
  sendto(Socket, Buffer, 1, 0, Address, *Length);
  sendmsg(Socket, Message, 0);
  sendmmsg(Socket, Messages, 1, 0);
  recv(Socket, Buffer, 1, 0);
  recvfrom(Socket, Buffer, 1, 0, Address, Length);
  recvmsg(Socket, Message, 0);
  recvmmsg(Socket, Messages, 1, 0, nullptr);
}

void names(const char *Host, struct addrinfo **Found,
           const struct sockaddr *Address, char *Buffer) {
  getaddrinfo(Host, nullptr, nullptr, Found);
  gethostbyname(Host);
  getnameinfo(Address, 1, Buffer, 1, nullptr, 0, 0);
  getpwuid(0);
  getpwnam("root");
  getgrgid(0);
  getgrnam("root");
}

void events(struct pollfd *Polled, int Epoll, struct epoll_event *Events,
            mqd_t Queue, int OldQueue, char *Buffer,
            const struct timespec *Until) {
  poll(Polled, 1, -1);
  ppoll(Polled, 1, nullptr, nullptr);
  select(1, nullptr, nullptr, nullptr, nullptr);
  pselect(1, nullptr, nullptr, nullptr, nullptr, nullptr);
  epoll_wait(Epoll, Events, 1, -1);
  epoll_pwait(Epoll, Events, 1, -1, nullptr);
  mq_receive(Queue, Buffer, 1, nullptr);
  mq_timedreceive(Queue, Buffer, 1, nullptr, Until);
  msgrcv(OldQueue, Buffer, 1, 0, 0);
}

void *run(void *);

void threads(pthread_t Thread, pthread_mutex_t *Mutex, pthread_rwlock_t *Lock,
             pthread_spinlock_t *Spin, pthread_cond_t *Condition,
             pthread_barrier_t *Barrier, sem_t *Semaphore,
             const struct timespec *Until) {
  pthread_create(&Thread, nullptr, run, nullptr);
  pthread_join(Thread, nullptr);
  pthread_detach(Thread);
  pthread_mutex_lock(Mutex);
  pthread_rwlock_rdlock(Lock);
  pthread_rwlock_wrlock(Lock);
  pthread_spin_lock(Spin);
  pthread_cond_wait(Condition, Mutex);
  pthread_cond_timedwait(Condition, Mutex, Until);
  pthread_barrier_wait(Barrier);
  sem_wait(Semaphore);
  sem_timedwait(Semaphore, Until);
  sem_post(Semaphore);
  sysconf(_SC_NPROCESSORS_ONLN);
  sysconf(_SC_NPROCESSORS_CONF);
  get_nprocs();
  get_nprocs_conf();
}

void processes(const char *Program, char **Arguments, siginfo_t *Info) {
  fork();
  vfork();
  posix_spawn(nullptr, Program, nullptr, nullptr, Arguments, nullptr);
  posix_spawnp(nullptr, Program, nullptr, nullptr, Arguments, nullptr);
  system(Program);
  popen(Program, "r");
  wait(nullptr);
  wait3(nullptr, 0, nullptr);
  wait4(0, nullptr, 0, nullptr);
  waitid(P_ALL, 0, Info, WEXITED);
  waitpid(0, nullptr, 0);
}

void moving() {
  rename("a", "b");
  remove("a");
  unlink("a");
}

void sleeping(const struct timespec *Time) {
  sleep(1);
  usleep(1);
  nanosleep(Time, nullptr);
  clock_nanosleep(CLOCK_MONOTONIC, 0, Time, nullptr);
  thrd_sleep(Time, nullptr);
}

void tables(regex_t *Regex) {
  regcomp(Regex, "a+", 0);
  setlocale(LC_ALL, "");
  newlocale(LC_ALL_MASK, "", nullptr);
  iconv_open("UTF-8", "UTF-16");
  tzset();
  syslog(LOG_INFO, "text");
}
