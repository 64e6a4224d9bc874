"""The words of a calendar, as parts of larger patterns: months, weekdays, feasts, terms, units of time."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r?s(?:day)?)?|fri(?:day)?|sat(?:urday)?" r"|sun(?:day)?)\b"
)
UNIT = (
    r"(?:weeks?|wks?|months?|mos?|days?|sessions?|appointments?|visits?|meetings?|years?|fortnights?"
    r"|nights?|evenings?|mornings?|afternoons?|weekends?|shifts?|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
MEET = r"(?:sessions?|sess|weeks?|wks?|months?|appointments?|appts?|visits?|meetings?)"
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
    r"|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\d{1,2}(?:st|nd|rd|th))"
)
DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b)"
FEAST = (
    r"(?:christmas|xmas|easter|thanksgiving|(?:chinese |lunar )?new year|hogmanay|halloween|ramadan|eid|diwali|holi"
    r"|passover|hanukkah|rosh hashanah|yom kippur|purim|sukkot|nowruz|vesak|whitsun|pentecost|lent|advent|carnival"
    r"|(?:mother|father|valentine)'?s'? day|good friday|boxing day|palm sunday|midsummer|bonfire night"
    r"|(?:the )?(?:\w+ )?bank holiday|(?:labou?r|memorial|independence|mlk|st patrick's|australia|canada) day)"
)
# Breaks that have a fixed date, unlike "the holidays".
BREAK = (
    rf"(?:half[- ]term|reading week|freshers'? week|(?:spring|fall|winter|{FEAST}|half[- ]term|october|february|may) "
    rf"(?:break|vacation|holidays?|recess|half[- ]term))"
)
TERM = (
    r"(?:(?:spring|summer|autumn|fall|winter|christmas|easter|school|academic|university|college|exam|first|second"
    r"|third|current|football|rugby|cricket|hockey|ski|tax|financial|fiscal|calendar|growing) )?(?:term|semester"
    r"|trimester|half[- ]term|quarter|season|sprint|holidays?|school holidays|vacation|break|year|placement|probation"
    r"|internship|apprenticeship|exams?|exam period|project|rotation)"
)
# What happens once in a while at most: "before the wedding" is a day, "before the meeting" may be every day.
EVENT = (
    r"(?:birthday|anniversary|graduation|wedding|engagement party|christening|baptism|funeral|memorial service|inquest"
    r"|trial|hearing|tribunal|court date|sentencing|operation|surgery|due date|baby is due|birth of [a-z ]{3,20}"
    r"|reunion|prom|audition|recital|school play|parents'? evening|open day|results day|inspection|agm|conference"
    r"|marathon"
    r"|election|retirement|moving day|house move|clocks (?:change|go)"
    r"|(?:school|term|(?:the )?season) (?:starts|begins|ends|finishes|resumes|breaks up))"
)
