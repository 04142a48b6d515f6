/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase.h"

/* The starting set of phrases. Those of the log and the course of a case are said among colleagues, short; answers and
 * notices of outages go to residents and are as polite as a company writes. What stands in braces is filled in or asked. */

#define LOG DESK_PHRASE_SCOPE_LOG
#define REPAIR DESK_PHRASE_SCOPE_REPAIR
#define COURSE DESK_PHRASE_SCOPE_COMPLAINT
#define ANSWER DESK_PHRASE_SCOPE_ANSWER
#define OUTAGE DESK_PHRASE_SCOPE_OUTAGE

#define GREETING "{姓名}：\n您好！您于 {登记时间} 反映的“{内容}”（单号 {单号}）已收悉。"
#define CLOSING "\n感谢您的监督与理解。如仍有疑问，请随时联系{经办人}。\n\n{小区}物业服务中心\n{今天}"

static const DeskStarterPhrase chinese_phrases[] = {
  { "约定回电", LOG, NULL, "{姓名}（{房号}）问{所问之事}，当场答不了，约 {回电时间} 前回电。" },
  { "转管家跟进", LOG, NULL, "{房号} 反映{事由}，已转 {管家}，约 {回话时间} 前给回话。" },
  { "电话未接", LOG, NULL, "{拨打时间} 打 {姓名} 电话未接，已留言，{再打时间} 再打。" },
  { "代收快件", LOG, NULL, "{房号} 快件 {件数} 件放前台，{取件人} {取件时间} 来取。" },
  { "装修问询", LOG, NULL, "已说明施工时段 {施工时段}，周末和节假日不许敲打；报备要带 {所需材料}。" },
  { "缴费问询", LOG, NULL, "已说明{费用名称}算到 {截止日期}，现场和手机都能交；对金额有疑问，转收费员核对。" },
  { "约上门", REPAIR, NULL, "已约 {上门时间} 上门，{姓名}在家等。" },
  { "家中无人", REPAIR, NULL, "{到场时间} 到 {房号}，敲门无人，电话未接，门上留条，改约 {改约时间}。" },
  { "先关总阀", REPAIR, "爆管跑水", "已教住户关总阀，水止住了；楼下 {楼下房号} 已看，{有无渗水}。" },
  { "等配件", REPAIR, NULL, "缺{配件}，已报采购，{到货时间} 到货，到货当天装。" },
  { "自费已同意", REPAIR, NULL, "不在保修内，报价 {金额} 元，{姓名}同意，可以施工。" },
  { "费用待定", REPAIR, NULL, "报价 {金额} 元，{姓名}要再想想，{答复时间} 前回话。" },
  { "保修内转厂家", REPAIR, NULL, "{部位}在保修期内，已转 {厂家}，约 {上门时间} 上门，费用由厂家承担。" },
  { "修好试过", REPAIR, NULL, "换{配件}，当场试了 {试用时长}，正常；{姓名}看过，垃圾带走。" },
  { "现场未再现", REPAIR, NULL, "到场试了 {试用时长}，毛病没再出现，已教用法，再犯随时报。" },
  { "停水施工", REPAIR, "公区下水", "要关{阀门位置}约 {时长}，受影响的 {影响范围} 已逐户通知，{开工时间} 开工。" },
  { "首次联系", COURSE, NULL, "已给{姓名}去电，听完经过。要求：{要求}。约 {回话时间} 前说进展。" },
  { "现场核实", COURSE, NULL, "{核实时间} 到 {地点} 看过，{所见}，照片 {张数} 张。" },
  { "与对方谈过", COURSE, "邻里噪音", "当面和 {对方房号} 谈过，对方{态度}，答应{承诺}。" },
  { "告知进展", COURSE, NULL, "已告知{姓名}：{进展}。下一步{下一步}，{下次联系} 前再联系。" },
  { "处理方案", COURSE, NULL, "1. {措施一}。\n2. {措施二}。\n3. {责任人}每天报一次结果，到 {截止日期} 为止。" },
  { "查无实据", COURSE, NULL, "查了{所查材料}，没有所说的情况，依据已讲给{姓名}听。" },
  { "不归物业管", COURSE, NULL, "要求超出物业职权，已告知该找 {主管部门}，材料代为转交。" },
  { "已处理完", COURSE, NULL, "{措施}已做完，{姓名}到场看过，{评价}。" },
  { "先受理告知", ANSWER, NULL, GREETING "我们已安排 {责任人} 负责处理，将于 {时限} 前给您答复。" CLOSING },
  { "属实致歉", ANSWER, NULL, GREETING "\n经核实，情况属实，原因是{原因}。由此给您带来不便，我们深表歉意。\n"
    "现已{已采取的措施}；今后将{防止再犯的措施}。" CLOSING },
  { "部分属实", ANSWER, NULL, GREETING "\n经核实，其中{属实部分}属实，已{已采取的措施}；{不属实部分}与现场情况不符，依据是{依据}，"
    "请您知悉。" CLOSING },
  { "不属实说明", ANSWER, NULL, GREETING "\n我们查看了{所查材料}，未发现所述情况。若您有照片、录音等材料，请提供给我们，"
    "我们会立即重新核实。" CLOSING },
  { "延期说明", ANSWER, NULL, GREETING "\n因{延期原因}，原定时间无法完成，现定于 {新期限} 前完成。耽误之处，敬请谅解，"
    "期间有进展我们会主动告知。" CLOSING },
  { "致歉并补偿", ANSWER, "财产受损", GREETING "\n经核实，责任在我方。经双方商定，由我方{补偿内容}，于 {补偿时间} 前兑现。"
    "对此我们深表歉意。" CLOSING },
  { "装修噪音答复", ANSWER, "装修噪音", GREETING "\n经核实，{施工房号} 确有超时施工。我们已要求其停工整改，书面承诺只在 {施工时段} 施工，"
    "并每天巡查。若再发生，请立即拨打前台电话。" CLOSING },
  { "邻里噪音答复", ANSWER, "邻里噪音", GREETING "\n我们已上门与 {对方房号} 沟通，对方表示{对方答复}。今后一周我们会回访了解情况；"
    "如需社区或民警调解，我们可以协助联系。" CLOSING },
  { "服务态度答复", ANSWER, "态度", GREETING "\n经查看监控并询问当事人，{查实情况}。我们已对当事人{处理方式}，并由主管当面向您致歉。" CLOSING },
  { "群诉统一答复", ANSWER, NULL, "各位业主：\n近日多位业主反映“{内容}”。经核实，原因是{原因}。现定方案：{方案}，于 {完成日期} 前完成，"
    "每{通报周期}在公告栏通报进度。由此带来的不便，敬请谅解。\n\n{小区}物业服务中心\n{今天}" },
  { "停水告知", OUTAGE, NULL, "因{停水原因}，{影响范围}已停水，预计 {恢复时间} 恢复。请您先用储水，恢复后放水几分钟再用。给您带来不便，敬请谅解。" },
  { "停电告知", OUTAGE, NULL, "因{停电原因}，{影响范围}已停电，预计 {恢复时间} 恢复。请先关掉电热器具，不要乘电梯。给您带来不便，敬请谅解。" },
  { "电梯停用告知", OUTAGE, NULL, "{电梯位置}电梯因{停用原因}停用，维保已到场，预计 {恢复时间} 恢复。老人和行动不便的住户请联系前台，我们派人协助。" },
  { "恢复推迟", OUTAGE, NULL, "原定恢复时间推迟到 {新时间}，原因是{推迟原因}。给您添了麻烦，十分抱歉。" },
  { "已恢复", OUTAGE, NULL, "{恢复内容}已于 {恢复时刻} 恢复。若您家中仍不正常，请再告诉我们，马上派人去看。" },
};

#undef GREETING
#undef CLOSING
#define GREETING "Dear {name},\n\nThank you for telling us on {opened} about “{title}” (number {number}). "
#define CLOSING "\n\nPlease ask for {staff} if anything is left open.\n\n{community} Property Services\n{today}"

static const DeskStarterPhrase english_phrases[] = {
  { "Call back agreed", LOG, NULL, "{name} ({unit}) asked about {question}; no answer at once, will be called back by {call back at}." },
  { "Passed to housekeeper", LOG, NULL, "{unit} reports {matter}; passed to {housekeeper}, who answers by {answer by}." },
  { "No answer", LOG, NULL, "Called {name} at {called at}: no answer, left word, will try again at {next try}." },
  { "Parcel kept", LOG, NULL, "{count} parcel(s) for {unit} at the desk; {collected by} collects them {when}." },
  { "Decorating hours", LOG, NULL, "Told them work is allowed {hours}, no drilling on weekends and holidays; they bring {papers}." },
  { "Question about a bill", LOG, NULL, "Explained that {charge} runs to {until}; the amount is checked by the cashier." },
  { "Visit agreed", REPAIR, NULL, "Visit agreed for {visit at}; {name} is at home." },
  { "Nobody at home", REPAIR, NULL, "At {unit} {at}: nobody opened, no answer by phone, left a card, next try {next try}." },
  { "Main valve closed", REPAIR, "爆管跑水", "Talked them through closing the main valve; the water has stopped. Looked at {unit below}: {wet or dry}." },
  { "Waiting for a part", REPAIR, NULL, "{part} is missing and ordered, arrives {arrives}, fitted the same day." },
  { "Price agreed", REPAIR, NULL, "Outside warranty; {name} agreed to {amount} yuan, work may begin." },
  { "Price left open", REPAIR, NULL, "Quoted {amount} yuan; {name} thinks about it and answers by {answer by}." },
  { "To the contractor under warranty", REPAIR, NULL, "{part of the house} is under warranty: passed to {contractor}, visit {visit at}, free of charge." },
  { "Repaired and tried", REPAIR, NULL, "Replaced {part}, tried for {how long}, works; {name} has seen it, waste taken along." },
  { "Fault not seen", REPAIR, NULL, "Tried for {how long}, the fault did not come; showed how to use it, call again if it does." },
  { "Water off for the work", REPAIR, "公区下水", "{valve} must be closed for about {how long}; {who} were told, work begins {begins}." },
  { "First contact", COURSE, NULL, "Called {name} and heard the whole story. They ask for {request}. Told by {answer by} how far it is." },
  { "Looked at on site", COURSE, NULL, "At {place} {at}: {seen}; {count} photos." },
  { "Spoke with the other side", COURSE, "邻里噪音", "Spoke with {other unit} in person: {attitude}; they promised {promise}." },
  { "Told how far it is", COURSE, NULL, "Told {name}: {progress}. Next: {next step}; in touch again by {next contact}." },
  { "Plan", COURSE, NULL, "1. {first measure}.\n2. {second measure}.\n3. {responsible} reports every day until {until}." },
  { "No evidence", COURSE, NULL, "Checked {material}: nothing of the kind; explained to {name} what was looked at." },
  { "Not ours to decide", COURSE, NULL, "Beyond what we may do; told them to turn to {authority} and passed the papers on." },
  { "Done", COURSE, NULL, "{measure} is done; {name} came to see it: {opinion}." },
  { "Receipt", ANSWER, NULL, GREETING "{responsible} is looking into it, and you will have our answer by {due}." CLOSING },
  { "Valid, with apology", ANSWER, NULL, GREETING "You were right: {reason}. We are sorry for the trouble this caused you.\n\nWe have "
    "{what was done}, and from now on we will {what prevents it}." CLOSING },
  { "Valid in part", ANSWER, NULL, GREETING "We found that {valid part} is so, and have {what was done}. {other part} we could not confirm: "
    "{grounds}." CLOSING },
  { "Not confirmed", ANSWER, NULL, GREETING "We looked at {material} and could not confirm it. If you have photos or recordings, please let us "
    "see them and we will look again at once." CLOSING },
  { "Later than promised", ANSWER, NULL, GREETING "Because of {reason} we cannot keep the date we named; it will be done by {new date}. We "
    "apologise for the delay and will keep you informed." CLOSING },
  { "Apology and goodwill", ANSWER, "财产受损", GREETING "The fault was ours. As agreed we will {goodwill} by {date}. We sincerely apologise." CLOSING },
  { "Noise of works", ANSWER, "装修噪音", GREETING "There was indeed work outside the permitted hours in {other unit}. It was stopped; they have "
    "agreed in writing to work only {hours}, and we check every day. Please call the desk at once should it happen again." CLOSING },
  { "Noise of neighbours", ANSWER, "邻里噪音", GREETING "We spoke with {other unit}, who {their answer}. We will ask you again within a week, and "
    "gladly help to arrange mediation." CLOSING },
  { "Conduct of staff", ANSWER, "态度", GREETING "We looked at the recordings and heard the colleague: {what was found}. We have {what was done}, "
    "and the supervisor would like to apologise in person." CLOSING },
  { "To all who complained", ANSWER, NULL, "Dear residents,\n\nSeveral of you told us about “{title}”. The reason is {reason}. We will {plan}, done by "
    "{date}, and report on the notice board every {interval}. We apologise for the inconvenience.\n\n{community} Property Services\n{today}" },
  { "Water off", OUTAGE, NULL, "The water is off in {where} because of {reason}; we expect it back at {back at}. Please let it run for some minutes "
    "then. We apologise for the inconvenience." },
  { "Power off", OUTAGE, NULL, "The power is off in {where} because of {reason}; we expect it back at {back at}. Please switch heaters off and do not "
    "use the lifts. We apologise for the inconvenience." },
  { "Lift out of service", OUTAGE, NULL, "The lift at {where} is out of service because of {reason}; the mechanics are here, we expect it back at "
    "{back at}. Please call the desk if you need help with the stairs." },
  { "Back later than said", OUTAGE, NULL, "It will be back later than we said, at {new time}, because of {reason}. We are sorry for the trouble." },
  { "Back again", OUTAGE, NULL, "{what} is back since {since}. Should anything not work in your home, please tell us and somebody comes at once." },
};

/* Returns: (transfer none): the set in Chinese or in English; @n: (out): how many. */
const DeskStarterPhrase *
desk_starter_phrases (gboolean chinese, guint *n)
{
  *n = chinese ? G_N_ELEMENTS (chinese_phrases) : G_N_ELEMENTS (english_phrases);
  return chinese ? chinese_phrases : english_phrases;
}
