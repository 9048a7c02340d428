import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { compareCommand } from '../../src/commands/compare.js'
import { findWorkspace } from '../../src/workspace/index.js'
import { folder } from '../support/workspace.js'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const FIVE = ['aeres', 'allure', 'aloysius', 'casparus', 'flex-college']

it('five schools beside each other are fifteen pages at most, and nothing out of place', async () => {
  const workspace = findWorkspace(cwd) ?? expect.fail('no workspace')
  const output = join(folder({}), 'five.pdf')
  const { written, messages } = await compareCommand({ cwd, workspace }, FIVE, { output })
  expect(written, JSON.stringify(messages)).toEqual([output])
  const { pages, problems } = checkPdf(readFileSync(output))
  expect(problems).toEqual([])
  expect(pages).toBeLessThanOrEqual(15)
})
