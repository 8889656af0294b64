import { readdirSync } from "node:fs";
import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/** The floors of the window, the lowest first: each may use those before it. */
const FLOORS = ["api", "i18n", "design", "window", "features", "app"];

const ALL = readdirSync(new URL("src/features", import.meta.url));

/** Which other features a feature may use; one that is not named here uses none. */
const FEATURES = {
  acceptance: ["comparison", "party"],
  comparison: ["journal"],
  documents: ["comparison", "party"],
  gate: ["comparison", "party"],
  journal: ["comparison", "documents", "party"],
  party: ["comparison"],
  presentation: ["acceptance"],
  project: ["comparison", "party", "template", "vendor"],
  register: ["comparison", "party", "project"],
  scope: ["comparison", "party"],
  search: ["tour"],
  settings: ["tour", "vendor", "workspace"],
  tour: ["search"],
  unlock: ["tour", "vendor", "workspace"],
  vendor: ["party"],
  workspace: ["journal", "unlock"],
};

const antd = { name: "antd", message: "its parts are themed in design/" };

/** Nothing of these, however it is named. */
const never = (names, message) => names.map((name) => ({ regex: `^(@/|(\\.\\./)+)${name}(/|$)`, message }));

const directions = [
  ...FLOORS.map((floor, at) => ({
    files: [`src/${floor}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: floor === "design" ? [] : [antd], patterns: never(FLOORS.slice(at + 1), `${floor} stands below it: ARCHITECTURE.md says which way imports go`) },
      ],
    },
  })),
  ...ALL.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [antd],
          patterns: [
            ...never(["app"], "features stand below app"),
            ...never(
              ALL.filter((other) => other !== feature && !FEATURES[feature]?.includes(other)).map((other) => `(features/)?${other}`),
              `${feature} may not use it: eslint.config.js lists which features use which`,
            ),
          ],
        },
      ],
    },
  })),
];

export default ts.config(
  { ignores: ["dist", "node_modules", "src/api/generated"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.js", "scripts/*.mjs"] }, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  ...directions,
  { files: ["**/*.js", "**/*.mjs"], ...ts.configs.disableTypeChecked, languageOptions: { globals: { process: "readonly", URL: "readonly", console: "readonly" } } },
);
