SAME = "us, united states"
PLACES = "japan: japanese; tokyo"
NEAR = "start, begin"
