import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { shared } from './bundle.mjs'

/** Packs every dictionary among the packages for development into `dist/dictionaries/`, with what its licence asks to stand beside it. */
export async function packDictionaries() {
  const [{ text }] = (await build({ ...shared, banner: {}, entryPoints: ['src/language/spelling/dictionary.ts'], write: false }))
    .outputFiles
  const { packDictionary } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
  const folder = join('dist', 'dictionaries')
  mkdirSync(folder, { recursive: true })
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of Object.keys(devDependencies).filter((each) => each.startsWith('dictionary-'))) {
    const from = dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name))
    const read = (ending) => readFileSync(join(from, `index.${ending}`), 'utf8')
    const { affixes, words } = packDictionary({ affixes: read('aff'), words: read('dic') })
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(affixes))
    writeFileSync(join(folder, `${name}.words`), words)
    copyFileSync(join(from, 'license'), join(folder, `${name}.license`))
  }
}
