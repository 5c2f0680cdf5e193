import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.stryker-tmp/', 'tests/fixtures/'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } }
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      // Layout is a matter of taste here; correctness rules stay on.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any', normal: 'never', component: 'always' } }],
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      // Text from data is never HTML.
      'vue/no-v-html': 'error',
      // A style attribute in a template is refused by the Content-Security-Policy.
      'vue/no-restricted-static-attribute': ['error', 'style'],
      'vue/require-default-prop': 'off'
    }
  },
  {
    files: ['tests/e2e/**'],
    rules: {
      // A test waits for something to happen, never for time to pass.
      'no-restricted-properties': ['error', { property: 'waitForTimeout' }]
    }
  }
);
