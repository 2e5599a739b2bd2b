/** Rules of this project alone. Each stands for a lesson, said in its message. */
const selectors = (of, message) => ({
  meta: { type: 'problem', schema: [], messages: { wrong: message } },
  create: (context) => Object.fromEntries(of.map((selector) => [selector, (node) => context.report({ node, messageId: 'wrong' })])),
});

const MOST_DEPENDENCIES = 9;
const MOST_PARAMETERS = 6;
const STATUS = 'Literal[value=/^(?:draft|submitted|returned|declined|recommended|disqualified)$/]';
const FUNCTION = (most) => `[params.length>${most}]`;

export default {
  rules: {
    'few-dependencies': selectors(
      [`MethodDefinition[kind="constructor"] > FunctionExpression${FUNCTION(MOST_DEPENDENCIES)}`],
      `A class knows ${MOST_DEPENDENCIES} others at most; one that needs more does more than one thing.`,
    ),
    'few-parameters': selectors(
      [`FunctionDeclaration${FUNCTION(MOST_PARAMETERS)}`, `ArrowFunctionExpression${FUNCTION(MOST_PARAMETERS)}`, `:not(MethodDefinition[kind="constructor"]) > FunctionExpression${FUNCTION(MOST_PARAMETERS)}`],
      `A function takes ${MOST_PARAMETERS} arguments at most, so that a call can be read; a constructor takes what Nest gives it.`,
    ),
    'status-by-predicate': selectors(
      [
        `BinaryExpression[operator=/^[!=]=/] > ${STATUS}`,
        `Property[key.name="status"] > ${STATUS}.value`,
        `Property[key.name="status"] > ConditionalExpression > ${STATUS}`,
        `CallExpression[callee.name=/^(?:In|Not|Equal)$/] ${STATUS}`,
        `CallExpression[callee.property.name="includes"] > ${STATUS}`,
        `SwitchCase > ${STATUS}.test`,
        `ArrayExpression > ${STATUS}`,
      ],
      'What a status means is said once, in shared/src/domain/work-status.ts: ask one of its predicates, or use one of its lists.',
    ),
  },
};
