/** What every bundle of the program has in common; a test that bundles it uses the same. */
import { yamlForEsbuild } from './yaml.mjs'

export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['@expo-google-fonts/source-sans-3', 'pdfjs-dist'],
  logLevel: 'warning',
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
  plugins: [yamlForEsbuild],
}
