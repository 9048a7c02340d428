import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { nativeSource } from './.esbuild/native.mjs'
import { yamlForVite } from './.esbuild/yaml.mjs'

// Packages are tested as the bundle has them. Those for development judge their own steps, and take the Markdown parser twice its time.
process.env.NODE_ENV = 'production'

// As commands run in Node 20 (src/cli/main.ts): code that hardly runs is not worth compiling anew, which takes a seventh of the suite's time.
const compilesLate = process.versions.v8.startsWith('11.3.') ? ['--interrupt-budget=1000000'] : []

export default defineConfig({
  plugins: [await nativeSource(), yamlForVite],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/temporary.ts',
    // A limit that only a test which hangs can reach: how busy the machine is must not decide whether a test passes.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    teardownTimeout: 900_000,
    // What is looked for until it is there is looked for as long as what is waited for in a page (tests/support/browser.ts); by itself, one second.
    expect: { poll: { timeout: 120_000 } },
    // Where a red run stops others (.ci/run) a test that fails is tried once more, and named as such: what it then passes by is still to be mended.
    retry: Number(process.env.CLAUSULE_RETRIES ?? 0),
    // One more than there are processors: tests wait for browsers, LibreOffice and programs that are to be stopped.
    maxWorkers: availableParallelism() + 1,
    // No module of ours keeps state, so tests can share what they load.
    isolate: false,
    execArgv: compilesLate,
  },
})
