package dev.signet.planted.admin;

class Tenth {}
