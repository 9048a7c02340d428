import { describe, expect, it } from 'vitest'
import { branchesIn, noCounts, play } from './histories.js'

/**
 * Repositories of public policies, as folders of git apart by colons: `CLAUSULE_HISTORIES=/mirrors/site-policy.git:/mirrors/policies.git`. They
 * are not part of this one; without them the test is skipped.
 */
const FOLDERS = (process.env.CLAUSULE_HISTORIES ?? '').split(':').filter(Boolean)
const MOST = Number(process.env.CLAUSULE_HISTORIES_MOST ?? 150)

describe.skipIf(FOLDERS.length === 0)('real histories, one side played as template and the other as school', () => {
  it.each(FOLDERS)('in %s lose no word of the school, and ask only where both changed the same', (folder) => {
    const counts = noCounts()
    for (const branches of branchesIn(folder, MOST)) play(branches, counts)
    const { examples, ...numbers } = counts
    process.stdout.write(`${folder} ${JSON.stringify(numbers)}\n${examples.slice(0, 40).join('\n')}\n`)
    expect(counts.lost).toBe(0)
    expect(counts.asked).toBeLessThanOrEqual(counts.oneSided * 0.01)
    expect(counts.merged).toBeGreaterThanOrEqual(counts.apart * 0.9)
  })
})
