// test-looker: prints what it was born with, one "name=value" a line: its open descriptors, blocked and ignored
// signals, session, group, working directory, limits, identity, rights and environment. Then ends with 0.
#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

namespace {

void printDescriptors()
{
    DIR *directory = ::opendir("/proc/self/fd");
    if (!directory)
        return;
    std::string open;
    const std::string own = std::to_string(::dirfd(directory));
    while (const dirent *entry = ::readdir(directory)) {
        if (entry->d_name[0] != '.' && own != entry->d_name)
            open += (open.empty() ? "" : ",") + std::string(entry->d_name);
    }
    ::closedir(directory);
    std::cout << "descriptors=" << open << '\n';
}

void printSignals()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        for (const char *name : {"SigBlk:", "SigIgn:", "SigCgt:"}) {
            if (line.starts_with(name))
                std::cout << line.substr(0, 6) << '=' << line.substr(line.find('\t') + 1) << '\n';
        }
    }
}

void printIdentity()
{
    uid_t user[3] = {};
    gid_t group[3] = {};
    ::getresuid(&user[0], &user[1], &user[2]);
    ::getresgid(&group[0], &group[1], &group[2]);
    std::cout << "users=" << user[0] << ',' << user[1] << ',' << user[2] << "\ngroup_ids=" << group[0] << ','
              << group[1] << ',' << group[2] << "\ngroup_list=";
    gid_t groups[64] = {};
    const int count = ::getgroups(64, groups);
    for (int i = 0; i < count; ++i)
        std::cout << (i > 0 ? "," : "") << groups[i];
    std::cout << '\n';
}

/// As the kernel writes them: hexadecimal.
void printRights()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        for (const char *name : {"CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:", "NoNewPrivs:", "Umask:"}) {
            if (line.starts_with(name))
                std::cout << line.substr(0, line.find(':')) << '=' << line.substr(line.find('\t') + 1) << '\n';
        }
    }
}

void printLimit(const char *name, __rlimit_resource resource)
{
    rlimit limit = {};
    ::getrlimit(resource, &limit);
    std::cout << name << '=' << limit.rlim_cur << '\n';
}

} // namespace

int main()
{
    printDescriptors();
    printSignals();
    std::cout << "pid=" << ::getpid() << "\nsession=" << ::getsid(0) << "\ngroup=" << ::getpgrp() << '\n';
    char directory[PATH_MAX];
    std::cout << "directory=" << (::getcwd(directory, sizeof directory) ? directory : "?") << '\n';
    printLimit("nofile", RLIMIT_NOFILE);
    printLimit("core", RLIMIT_CORE);
    std::cout << "user=" << ::getuid() << "\nuser_group=" << ::getgid() << "\ngroups=" << ::getgroups(0, nullptr)
              << '\n';
    printIdentity();
    printRights();
    std::ifstream score("/proc/self/oom_score_adj");
    std::string adjustment;
    std::getline(score, adjustment);
    std::cout << "oom=" << adjustment << '\n';
    for (char **entry = environ; *entry; ++entry)
        std::cout << "env " << *entry << '\n';
}
