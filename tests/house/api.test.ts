import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import * as commands from '../../src/commands/index.js'
import * as stages from '../../src/index.js'

// Adding a name here is a promise, taking one away breaks somebody: both are done on purpose or not at all.
it('offers exactly these values', () => {
  expect(Object.keys(stages).sort()).toMatchInlineSnapshot(`
    [
      "FORMATS",
      "LANGUAGES",
      "RULES",
      "applyComparison",
      "checkPdf",
      "clauses",
      "compareSchools",
      "compareVersions",
      "createWording",
      "decisions",
      "hasErrors",
      "hashClause",
      "hashPolicy",
      "importDocument",
      "lintPolicy",
      "loadSpeller",
      "loadVocabularies",
      "packageAssets",
      "plainText",
      "policyData",
      "presentChanges",
      "presentConcordance",
      "presentMatrix",
      "presentMemo",
      "presentOutlier",
      "presentPolicy",
      "presentReceipt",
      "presentRedline",
      "presentSheets",
      "presentSideBySide",
      "presentWasWordt",
      "proposeIds",
      "readPolicy",
      "render",
      "resolve",
      "resolveBrand",
      "revertComparison",
      "schoolPolicy",
      "sideOf",
      "startOf",
      "summarise",
      "toComparisonJson",
      "toMatrixJson",
      "toOutlierJson",
      "wordMessage",
      "writePolicy",
    ]
  `)
  expect(Object.keys(commands).sort()).toMatchInlineSnapshot(`
    [
      "UsageError",
      "boardPack",
      "build",
      "check",
      "compare",
      "decide",
      "diff",
      "findWorkspace",
      "ids",
      "importFiles",
      "inMemory",
      "init",
      "lint",
      "list",
      "listPolicies",
      "loadOrganisation",
      "loadPolicy",
      "openDisk",
      "propose",
      "release",
      "sayIn",
      "sign",
      "site",
      "status",
      "verify",
      "withdraw",
    ]
  `)
})

it('has two doors, each with its types', () => {
  expect(manifest.exports).toEqual({
    '.': { types: './dist/types/index.d.ts', default: './dist/index.js' },
    './commands': { types: './dist/types/commands/index.d.ts', default: './dist/commands.js' },
  })
})
