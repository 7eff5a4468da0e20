#ifdef __SANITIZE_ADDRESS__
/// Looking for leaks at its end a program stops itself with ptrace. A keeper that ends its services continues them
/// first (a stopped one would not hear its TERM), which undoes that stop, and both would wait for ever.
extern "C" [[gnu::used]] const char *__lsan_default_options() { return "detect_leaks=0"; }
#endif
