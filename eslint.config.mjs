import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import kepu from './tools/lint/rules.mjs';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs', '**/testing/**', 'tests/**'];
/** Lines that are mostly a sentence, a pattern or a path are as long as those are. */
const WIDTH = ['error', { code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true, ignorePattern: '^\\s*(?:import|export)\\b.*\\bfrom\\b' }];

/**
 * Each rule stands for a lesson; the layer rules are in tools/check-layers.mjs. What broke a rule when it came is
 * counted in eslint-suppressions.json. That list only shrinks: more of it is an error, and so is less until
 * `eslint . --prune-suppressions` has taken it out.
 */
export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', '.tools/**', 'data/**', '**/*.js', '**/*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks, kepu },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
      '@typescript-eslint/unbound-method': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-len': WIDTH,
      'kepu/few-dependencies': 'error',
      'kepu/few-parameters': 'error',
      'kepu/status-by-predicate': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    plugins: { kepu, '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, globals: Object.fromEntries(['Buffer', 'URL', 'console', 'fetch', 'process', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'].map((name) => [name, 'readonly'])) },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-undef': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'prefer-const': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-len': WIDTH,
      'kepu/few-parameters': 'error',
    },
  },
  // The table of statuses itself.
  { files: ['shared/src/domain/**'], rules: { 'kepu/status-by-predicate': 'off' } },
  // A component is a picture: its markup may be longer than a procedure.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] } },
  // Nest needs the classes a constructor names at run time, also those used as types only.
  { files: ['server/src/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  // Migrations are lists of columns.
  { files: ['server/src/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'max-len': 'off',
      'kepu/few-parameters': 'off',
      'kepu/status-by-predicate': 'off',
    },
  },
);
