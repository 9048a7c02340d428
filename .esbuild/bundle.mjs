/** What every bundle of the program has in common; a test that bundles it uses the same. */
import { pastDoors } from './doors.mjs'
import { made } from './made.mjs'
import { yamlForEsbuild } from './yaml.mjs'

export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node has had both for years. Not told so, the bundler writes such a pattern as a call, which is made anew each time a function comes by it.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  format: 'esm',
  external: ['@expo-google-fonts/source-sans-3', 'pdfjs-dist'],
  logLevel: 'warning',
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
  plugins: [made, pastDoors, yamlForEsbuild],
}
