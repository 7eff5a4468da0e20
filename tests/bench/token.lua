-- wrk sends the token of the file that FOGHORN_TOKEN_FILE names: not on the command line, where all could read it.
local file = assert(io.open(assert(os.getenv("FOGHORN_TOKEN_FILE"))))
wrk.headers["Authorization"] = "Bearer " .. file:read("*l")
file:close()
