"""One adapter a file, each keeping the contract of `index.engine.Engine`."""
