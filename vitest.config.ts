import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // The default leaves one processor idle: of two, that is half.
    maxWorkers: '100%',
    // No module of ours keeps state, so tests can share what they load.
    isolate: false,
  },
})
