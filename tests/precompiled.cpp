// Carries the precompiled header, which wants a source of its own.
