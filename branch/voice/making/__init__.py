"""Makes voice packs; needs the optional extra ``voice``. No app that only plays imports it."""
