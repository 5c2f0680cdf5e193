import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

/**
 * Rules of Vue, on templates and on the code that may import Vue. All rules of the language are oxlint's
 * (`.oxlintrc.json`), which takes half a second for what takes ESLint a quarter of a minute; but for the names of a
 * script in a .vue file, which it doesn't hold against their use in the template.
 */
const WITH_VUE = [
  'src/**/*.vue',
  'src/{components,presentation,stores,views}/**/*.ts',
  'src/{,browser/,export/}*.ts',
  'tests/components/**/*.ts'
];

export default tseslint.config(
  { ignores: ['**/*', '!src', '!src/**', '!tests', '!tests/components', '!tests/components/**'] },
  { files: WITH_VUE, extends: [...vue.configs['flat/recommended']] },
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.vue'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }]
    }
  },
  {
    files: WITH_VUE,
    rules: {
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
  }
);
