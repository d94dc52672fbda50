import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'data',
      'dist',
      '.wrangler',
      'src/*.mjs',
      'src/web/static',
      'src/**/*.gen.ts',
      'eslint.config.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      // TypeScript looks for no excess property behind the spread of a literal: a wrong name passes in silence.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message: 'Write the properties themselves, one a line.',
        },
        {
          selector: 'JSXSpreadAttribute > ObjectExpression',
          message: 'Write the properties themselves, one a line.',
        },
      ],
    },
  },
  {
    // Tools and runtimes that ask for a default export.
    files: ['vitest.config.ts', 'src/worker.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
