/** Texts of a table that say nothing yet. */

/** Words that stand for a text still to be written, alone or at its start. */
const TO_DO = /^(add|to\s?-?do|tbd|tba|tbc|fixme|placeholder|lorem\s+ipsum)(?![a-z])/i;
const EMPTY_WORD =
  /^(n\/?a|none|null|nil|nan|undefined|unknown|test|temp|x{2,}|无|暂无|暂缺|暂略|空|空白|略|同上|见上|不详|未知|未填|未写|未定|未定义|没有|定义|说明|描述|备注|测试|占位|示例|请填写|请补充|请输入|补充|填写)$/i;
const STILL_TO_COME = /待(补|填|定|完善|写|核|查|确认|明确|续|更新)|后补|稍后|以后补/;

/** Whether a text only keeps the place of one: `ADD`, `待补`, `—`, `TODO …`, `xxx`. An empty text isn't one. */
export function isPlaceholder(text: string): boolean {
  if (text === '') return false;
  const core = text.replace(/^[\s[(（【〔<《“"'#]+|[\s\])）】〕>》”"'。．.!！:：]+$/g, '');
  if (!/[A-Za-z\u3400-\u9fff]/.test(core)) return true;
  if (/^[xX×]+$/.test(core)) return true;
  return TO_DO.test(core) || EMPTY_WORD.test(core) || (core.length <= 12 && STILL_TO_COME.test(core));
}
