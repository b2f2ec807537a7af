"""What tests of every room stand on: one `until`, one clock, one branch, one hall, one window.

Nothing in here knows a particular app; what only one app's tests need stays with them.

    waiting     `until`: wait for a condition, never for a time
    clocks      the service's time, moved by hand
    timing      the apps' time, moved by hand
    branch      a branch service in this process, and the sample branch.toml
    hall        who is in the branch: customers, tellers, the manager
    window      an app's window as a person sees and touches it
    programs    our programs as processes, and an X server for them
    browser     a page in a real browser
    logs        what a test may log: nothing, unless it says what
    golden      PNG and JSON kept in files; `pytest --rewrite-golden` renews them
"""
