import { tmpdir } from 'node:os'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { RUN_FOLDER } from '../support/temporary.js'

test('what tests leave behind stands in a folder that is gone when their run ends', () => {
  expect(basename(tmpdir())).toMatch(new RegExp(`^${RUN_FOLDER}`))
})
