/* fault_shim.c: makes a chosen system call of a program fail, to be loaded with LD_PRELOAD. Calls are caught by
 * seccomp and not by name, since fwrite and fclose of the C library write without asking anyone who has replaced
 * `write`. The calls that touch a file below a folder are counted, in all threads and child processes together:
 *
 *   FAULT_BELOW   the folder, absolute, without links
 *   FAULT_CALLS   write, sync, truncate, rename, remove, mkdir, close, lock: any of these, with commas between. A write
 *                 of no bytes and, for `short`, of one byte is not counted
 *   FAULT_KIND    an error (EIO, ENOSPC, EDQUOT, ENOLCK), `short` (half of it is written) or `kill` (SIGKILL before the
 *                 call)
 *   FAULT_AT      which of them, from 1; 0: none, only count
 *   FAULT_ON      `once` (the default) or `on`: all that follow as well, as on a disk that stays full
 *   FAULT_TALLY   a file of TALLY_SIZE bytes outside the folder: two 64-bit counts, of calls and of those that were
 *                 made to fail, and the name of the first of these
 *
 * What it cannot do it says on stderr and ends the program with 99. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/ucontext.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif
#if !defined(ARCHITECTURE)

__attribute__((constructor)) static void begin(void) {
    fprintf(stderr, "fault_shim: the registers of this processor are not known here\n");
    _exit(99);
}

#else

enum { TALLY_SIZE = 4096, CANNOT = 99 };
/* The sixth argument, which none of the calls has, of those that are to pass. */
static const unsigned long pass = 0x6b6f7070656cUL;

struct tally {
    atomic_llong calls;
    atomic_llong failed;
    char what[TALLY_SIZE - 16];
};

enum group { WRITE, SYNC, TRUNCATE, RENAME, REMOVE, MKDIR, CLOSE, LOCK, GROUPS };
static const char *const group_names[GROUPS] = {"write", "sync", "truncate", "rename", "remove", "mkdir", "close", "lock"};

/* Where a call says which file it means. */
enum names { BY_NUMBER, BY_PATH, BY_FOLDER_AND_PATH };
struct call {
    int number;
    const char *name;
    enum group group;
    enum names names;
};
static const struct call calls[] = {
    {SYS_write, "write", WRITE, BY_NUMBER},
    {SYS_pwrite64, "pwrite", WRITE, BY_NUMBER},
    {SYS_fsync, "fsync", SYNC, BY_NUMBER},
    {SYS_fdatasync, "fdatasync", SYNC, BY_NUMBER},
    {SYS_ftruncate, "ftruncate", TRUNCATE, BY_NUMBER},
    {SYS_renameat, "renameat", RENAME, BY_FOLDER_AND_PATH},
    {SYS_renameat2, "renameat2", RENAME, BY_FOLDER_AND_PATH},
    {SYS_unlinkat, "unlinkat", REMOVE, BY_FOLDER_AND_PATH},
    {SYS_mkdirat, "mkdirat", MKDIR, BY_FOLDER_AND_PATH},
    {SYS_close, "close", CLOSE, BY_NUMBER},
    {SYS_flock, "flock", LOCK, BY_NUMBER},
#if defined(SYS_rename)
    {SYS_rename, "rename", RENAME, BY_PATH},
    {SYS_unlink, "unlink", REMOVE, BY_PATH},
    {SYS_rmdir, "rmdir", REMOVE, BY_PATH},
    {SYS_mkdir, "mkdir", MKDIR, BY_PATH},
#endif
};
enum { CALLS = sizeof(calls) / sizeof(calls[0]) };

enum kind { FAIL, SHORT, KILL };
static struct {
    char below[PATH_MAX];
    int wanted[GROUPS];
    enum kind kind;
    int error;
    long long at;
    int on;
    struct tally *tally;
} plan;

static void give_up(const char *why) {
    fprintf(stderr, "fault_shim: %s\n", why);
    _exit(CANNOT);
}

static long really(int number, const long *a) {
    return syscall(number, a[0], a[1], a[2], a[3], a[4], pass);
}

static int is_below(const char *path) {
    const size_t length = strlen(plan.below);
    return strncmp(path, plan.below, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* The path that a number of a file stands for; empty where there is none. Safe in a signal handler. */
static void path_of(long number, char *path) {
    char link[64] = "/proc/self/fd/";
    char digits[24];
    int count = 0;
    if (number == AT_FDCWD) {
        strcpy(link, "/proc/self/cwd");
    } else {
        do {
            digits[count++] = (char)('0' + number % 10);
        } while ((number /= 10) > 0);
        char *end = link + strlen(link);
        while (count > 0) {
            *end++ = digits[--count];
        }
        *end = '\0';
    }
    const ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = '\0';
}

static int means_ours(const struct call *call, const long *a) {
    char path[2 * PATH_MAX];
    if (call->names == BY_NUMBER) {
        path_of(a[0], path);
        return is_below(path);
    }
    const char *name = (const char *)(call->names == BY_PATH ? a[0] : a[1]);
    if (name[0] == '/') {
        return is_below(name);
    }
    path_of(call->names == BY_PATH ? AT_FDCWD : (int)a[0], path);
    strcat(path, "/");
    strncat(path, name, PATH_MAX - 1);
    return is_below(path);
}

static int counts(const struct call *call, const long *a) {
    if (!plan.wanted[call->group] || (call->group == WRITE && a[2] < (plan.kind == SHORT ? 2 : 1))) {
        return 0;
    }
    return means_ours(call, a);
}

/* To the name in the tally, as far as there is room. */
static void append(const char *text) {
    char *to = plan.tally->what + strlen(plan.tally->what);
    const char *const last = plan.tally->what + sizeof(plan.tally->what) - 1;
    while (*text != '\0' && to < last) {
        *to++ = *text++;
    }
    *to = '\0';
}

static void note(const struct call *call, const long *a) {
    if (atomic_fetch_add(&plan.tally->failed, 1) > 0) {
        return;
    }
    append(call->name);
    append(" ");
    if (call->names == BY_NUMBER) {
        char path[PATH_MAX];
        path_of(a[0], path);
        append(path);
    } else {
        append((const char *)(call->names == BY_PATH ? a[0] : a[1]));
    }
}

/* What the call answers: as the kernel does, an error as a negative number. */
static long answer(const struct call *call, long *a) {
    if (counts(call, a)) {
        const long long now = atomic_fetch_add(&plan.tally->calls, 1) + 1;
        if (plan.at > 0 && (now == plan.at || (plan.on && now > plan.at))) {
            note(call, a);
            if (plan.kind == KILL) {
                kill(getpid(), SIGKILL);
            }
            if (plan.kind == SHORT) {
                a[2] /= 2;
            } else {
                if (call->group == CLOSE) {
                    really(call->number, a); /* it is closed, whatever it says */
                }
                return -plan.error;
            }
        }
    }
    const long done = really(call->number, a);
    return done < 0 ? -errno : done;
}

static void caught(int signal, siginfo_t *info, void *given) {
    (void)signal;
    const int error = errno;
    ucontext_t *const context = given;
#if defined(__x86_64__)
    greg_t *const r = context->uc_mcontext.gregs;
    long a[5] = {r[REG_RDI], r[REG_RSI], r[REG_RDX], r[REG_R10], r[REG_R8]};
#else
    unsigned long long *const r = context->uc_mcontext.regs;
    long a[5] = {(long)r[0], (long)r[1], (long)r[2], (long)r[3], (long)r[4]};
#endif
    long result = -ENOSYS;
    for (int i = 0; i < CALLS; ++i) {
        if (calls[i].number == info->si_syscall) {
            result = answer(&calls[i], a);
        }
    }
#if defined(__x86_64__)
    r[REG_RAX] = result;
#else
    r[0] = (unsigned long long)result;
#endif
    errno = error;
}

static const char *setting(const char *name) {
    const char *value = getenv(name);  // NOLINT(concurrency-mt-unsafe): before main there is one thread
    if (value == NULL) {
        fprintf(stderr, "fault_shim: %s is not set\n", name);
        _exit(CANNOT);
    }
    return value;
}

static void read_plan(void) {
    strncpy(plan.below, setting("FAULT_BELOW"), sizeof(plan.below) - 1);
    int any = 0;
    char list[256] = ",";
    strncat(list, setting("FAULT_CALLS"), 200);
    strcat(list, ",");
    for (int i = 0; i < GROUPS; ++i) {
        char name[32] = ",";
        strcat(name, group_names[i]);
        strcat(name, ",");
        any += plan.wanted[i] = strstr(list, name) != NULL;
    }
    const char *kind = setting("FAULT_KIND");
    plan.kind = strcmp(kind, "short") == 0 ? SHORT : strcmp(kind, "kill") == 0 ? KILL : FAIL;
    static const struct {
        const char *name;
        int error;
    } errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"ENOLCK", ENOLCK}};
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); ++i) {
        plan.error = strcmp(kind, errors[i].name) == 0 ? errors[i].error : plan.error;
    }
    if (any == 0 || (plan.kind == FAIL && plan.error == 0)) {
        give_up("FAULT_CALLS or FAULT_KIND names nothing known");
    }
    char *end = NULL;
    plan.at = strtoll(setting("FAULT_AT"), &end, 10);
    if (*end != '\0') {
        give_up("FAULT_AT is no number");
    }
    const char *on = getenv("FAULT_ON");  // NOLINT(concurrency-mt-unsafe): before main there is one thread
    plan.on = on != NULL && strcmp(on, "on") == 0;
    const int file = open(setting("FAULT_TALLY"), O_RDWR | O_CLOEXEC);
    plan.tally = mmap(NULL, TALLY_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file < 0 || plan.tally == MAP_FAILED) {
        give_up("the file of FAULT_TALLY cannot be opened");
    }
    close(file);
}

static void install_filter(void) {
    struct sock_filter filter[5 + 2 * CALLS + 2];
    unsigned short at = 0;
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    filter[at++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    int wanted = 0;
    for (int i = 0; i < CALLS; ++i) {
        wanted += plan.wanted[calls[i].group];
    }
    for (int i = 0, left = wanted; i < CALLS; ++i) {
        if (plan.wanted[calls[i].group]) {
            /* To the look at the sixth argument, past what is left of this list and its end. */
            filter[at++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i].number,
                                                        (unsigned char)left, 0);
            --left;
        }
    }
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    /* Little-endian: the low half comes first. */
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5]));
    filter[at++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(pass & 0xffffffffU), 0, 1);
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    const struct sock_fprog program = {at, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        give_up("this system allows no seccomp filter");
    }
}

__attribute__((constructor)) static void begin(void) {
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_sigaction = caught;
    action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART;
    read_plan();
    if (sigaction(SIGSYS, &action, NULL) != 0) {
        give_up("SIGSYS cannot be caught");
    }
    install_filter();
}

#endif
