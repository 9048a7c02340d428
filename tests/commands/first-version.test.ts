import { expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

it.each([
  ['0.1.0', [], '1.0.0'],
  ['0.9.2', [], '1.0.0'],
  ['2.1.0', [], '2.1.0'],
  ['0.1.0', ['--policy-version', '0.5.0'], '0.5.0'],
])('a first draft %s is proposed %j as version %s', async (own, options, wanted) => {
  const { run, text } = school(mediaPolicy().replace('version: 1.0.0', `version: ${own}`))
  expect((await run(['propose', NAME, ...options, '--quiet'])).code).toBe(0)
  expect(text(PATH)).toContain(`version: ${wanted}\n`)
})
