pragma Singleton

// The look of all screens. A window that somebody else looks at than the app's own may have a `Look` of its own:
// what is shown there is told of it by `look`.
Look {}
